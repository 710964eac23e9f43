package io.cinema.auth.adapter.rest.auth;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cinema.auth.adapter.rest.mfa.RecoveryCodesBody;
import io.cinema.auth.application.signin.EnrolAtSignIn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A pair of tokens and recovery codes, for somebody who set up an authenticator app to sign in. */
@Serdeable.Serializable
@Schema(name = "EnrolledTokens")
record EnrolledBody(
    @JsonUnwrapped TokensBody tokens, @JsonUnwrapped RecoveryCodesBody recoveryCodes) {

  static EnrolledBody of(EnrolAtSignIn.Enrolled enrolled) {
    return new EnrolledBody(
        TokensBody.of(enrolled.tokens()), RecoveryCodesBody.of(enrolled.recoveryCodes()));
  }
}
