package io.cinema.auth.adapter.rest.social;

import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.json.OpaqueText;
import io.cinema.auth.application.social.ReturnedFromNetwork;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.Returned;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a social network sent somebody back with, and the token that the way there was begun with.
 * Has a code or an error; an error counts.
 *
 * @param code the authorization code
 * @param state as it came back
 * @param flowToken of the beginning
 * @param deviceId {@code device_id}, where the network sent one
 * @param iss {@code iss}, where the network sent one (RFC 9207)
 * @param error instead of the code: the word of RFC 6749 section 4.1.2.1
 */
@Serdeable.Deserializable
@Schema(name = "ReturnFromNetwork")
record ReturnBody(
    @Schema(nullable = false, example = "7xk3mwq1…") @Nullable String code,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            maxLength = ReturnBody.LONGEST,
            example = "Zr8pYQ2nD5w…")
        @Nullable String state,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            maxLength = ReturnBody.LONGEST,
            example = "3q2-7wRkX0c…")
        @Nullable String flowToken,
    @Schema(nullable = false, maxLength = ReturnBody.LONGEST, example = "kB7mXcW…")
        @Nullable String deviceId,
    @Schema(nullable = false, maxLength = ReturnBody.LONGEST, example = "https://id.example.com")
        @Nullable String iss,
    @Schema(nullable = false, maxLength = ReturnBody.LONGEST, example = "access_denied")
        @Nullable String error) {
  /** Far more than any network sends, and nothing to bother the store with. */
  static final int LONGEST = 2_000;

  /**
   * What is to be shown to the use case; empty where it can't be of any flow.
   *
   * @throws io.cinema.auth.adapter.rest.problem.ProblemException {@code invalid-request}
   */
  Optional<ReturnedFromNetwork> read(ProviderName provider) {
    Fields fields = new Fields();
    Field<String> shownCode = opaque(fields, "code", code);
    Field<String> shownState = opaque(fields, "state", state);
    Field<String> shownToken = opaque(fields, "flow_token", flowToken);
    Field<String> device = word(fields, "device_id", deviceId);
    Field<String> issuer = word(fields, "iss", iss);
    Field<String> failure = word(fields, "error", error);
    if (code == null && error == null) {
      fields.missing("code");
    }
    fields.check();
    if (isNoFlow(shownState.orNull())
        || isNoFlow(shownToken.orNull())
        || isTooLong(shownCode.orNull())) {
      return Optional.empty();
    }
    Returned returned =
        failure.orNull() != null
            ? null
            : new Returned(Secret.of(shownCode.value()), device.orNull(), issuer.orNull());
    return Optional.of(
        new ReturnedFromNetwork(
            provider, Secret.of(shownState.value()), Secret.of(shownToken.value()), returned));
  }

  /** How long it may be is no rule of the request: what is too long is not what we gave out. */
  private static Field<String> opaque(Fields fields, String name, @Nullable String raw) {
    return fields.optional(raw, text -> OpaqueText.checked(name, text));
  }

  private static Field<String> word(Fields fields, String name, @Nullable String raw) {
    return fields.optional(raw, text -> OpaqueText.checked(name, text, LONGEST));
  }

  private static boolean isNoFlow(@Nullable String text) {
    return text == null || isTooLong(text);
  }

  private static boolean isTooLong(@Nullable String text) {
    return text != null && text.length() > LONGEST;
  }

  @Override
  public String toString() {
    return "ReturnBody";
  }
}
