/** Owns authenticator apps and recovery codes, in the tables totp_enrolments and recovery_codes. */
@NullMarked
package io.cinema.auth.adapter.postgres.mfa;

import org.jspecify.annotations.NullMarked;
