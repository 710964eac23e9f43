package io.cinema.auth.adapter.rest.auth;

import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.json.OpaqueText;
import io.cinema.auth.domain.secret.Secret;
import org.jspecify.annotations.Nullable;

/** Reads the property {@code mfa_token}. What it is worth is for the use case to say. */
final class MfaTokenField {
  private static final String NAME = "mfa_token";

  private MfaTokenField() {}

  static Field<Secret> read(Fields fields, @Nullable String raw) {
    return fields.required(NAME, raw, text -> Secret.of(OpaqueText.checked(NAME, text)));
  }
}
