/** Owns the second factor of an account: setting it up, turning it off, recovery codes. */
@NullMarked
package io.cinema.auth.application.mfa;

import org.jspecify.annotations.NullMarked;
