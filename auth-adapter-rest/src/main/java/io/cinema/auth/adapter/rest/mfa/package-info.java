/** Owns the second factor of the own account: /users/me/totp and /users/me/recovery-codes. */
@NullMarked
package io.cinema.auth.adapter.rest.mfa;

import org.jspecify.annotations.NullMarked;
