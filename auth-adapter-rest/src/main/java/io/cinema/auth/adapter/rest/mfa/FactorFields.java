package io.cinema.auth.adapter.rest.mfa;

import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.domain.mfa.FactorProof;
import io.cinema.auth.domain.mfa.RecoveryCode;
import io.cinema.auth.domain.mfa.TotpCode;
import org.jspecify.annotations.Nullable;

/** Reads a second factor out of a body that has {@code code} or {@code recovery_code}. */
public final class FactorFields {
  private FactorFields() {}

  /** Exactly one of the two; anything else is told to the fields. */
  public static Field<FactorProof> read(
      Fields fields, @Nullable String code, @Nullable String recoveryCode) {
    if (recoveryCode == null) {
      return fields.required("code", code, raw -> new FactorProof.App(TotpCode.of(raw)));
    }
    if (code != null) {
      fields.refuse("recovery_code", "bad_value", "must not be sent together with code");
    }
    return fields.required(
        "recovery_code", recoveryCode, raw -> new FactorProof.Paper(RecoveryCode.of(raw)));
  }
}
