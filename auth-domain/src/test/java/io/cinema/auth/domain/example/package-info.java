/**
 * Owns a worked example: another team's service that embeds auth-domain and nothing else of ours.
 */
@NullMarked
package io.cinema.auth.domain.example;

import org.jspecify.annotations.NullMarked;
