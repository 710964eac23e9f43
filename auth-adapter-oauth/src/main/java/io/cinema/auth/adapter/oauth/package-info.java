/**
 * Owns social networks: how each is asked, and what it tells of somebody.
 *
 * <p>{@code CodeFlow} is the port, the same for all; a {@code Network} holds what is particular to
 * one. {@code OpenId} is what those have in common that vouch by ID tokens.
 */
@NullMarked
package io.cinema.auth.adapter.oauth;

import org.jspecify.annotations.NullMarked;
