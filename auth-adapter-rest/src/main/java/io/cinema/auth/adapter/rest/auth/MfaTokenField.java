package io.cinema.auth.adapter.rest.auth;

import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.value.Text;
import org.jspecify.annotations.Nullable;

/** Reads the property {@code mfa_token}. What it is worth is for the use case to say. */
final class MfaTokenField {
  /** As much as a body can hold: a long one is worth nothing, as any other that is not ours. */
  private static final int LONGEST = 65_536;

  private MfaTokenField() {}

  static Field<Secret> read(Fields fields, @Nullable String raw) {
    return fields.required("mfa_token", raw, MfaTokenField::token);
  }

  private static Secret token(String raw) {
    String _ = Text.checked("mfa_token", raw, 0, LONGEST);
    // Not what the check returns: in NFC, other characters could become the right ones.
    return Secret.of(raw);
  }
}
