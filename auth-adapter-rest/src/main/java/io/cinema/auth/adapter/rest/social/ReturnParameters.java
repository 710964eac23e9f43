package io.cinema.auth.adapter.rest.social;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What a social network sends a browser back with: RFC 6749 section 4.1.2, RFC 9207. */
@Introspected
record ReturnParameters(
    @Nullable @QueryValue @Parameter(description = "The authorization code", example = "7xk3mwq1…")
        String code,
    @Nullable
        @QueryValue
        @Parameter(description = "The state of the beginning", example = "Zr8pYQ2nD5w…")
        String state,
    @Nullable
        @QueryValue("device_id")
        @Parameter(description = "Of the network, where it sends one", example = "kB7mXcW…")
        String deviceId,
    @Nullable
        @QueryValue
        @Parameter(
            description = "Who the network says that it is, where it does",
            example = "https://id.example.com")
        String iss,
    @Nullable
        @QueryValue
        @Parameter(description = "Instead of the code: what went wrong", example = "access_denied")
        String error) {

  ReturnBody with(@Nullable String flowToken) {
    return new ReturnBody(code, state, flowToken, deviceId, iss, error);
  }

  @Override
  public String toString() {
    return "ReturnParameters";
  }
}
