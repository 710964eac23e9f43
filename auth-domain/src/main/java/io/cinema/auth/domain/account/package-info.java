/**
 * Owns what a person's account is and who may pass {@link
 * io.cinema.auth.domain.account.AccountGate}, the one door to tokens.
 */
@NullMarked
package io.cinema.auth.domain.account;

import org.jspecify.annotations.NullMarked;
