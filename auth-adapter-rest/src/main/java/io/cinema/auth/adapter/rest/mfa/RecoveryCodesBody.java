package io.cinema.auth.adapter.rest.mfa;

import io.cinema.auth.domain.mfa.RecoveryCode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Codes to be kept on paper.
 *
 * @param recoveryCodes each works once; shown this once and never again
 */
@Serdeable.Serializable
@Schema(name = "RecoveryCodes")
public record RecoveryCodesBody(
    @ArraySchema(schema = @Schema(example = "x4f7-q2m9-c8td-w5ka")) List<String> recoveryCodes) {

  public static RecoveryCodesBody of(List<RecoveryCode> codes) {
    return new RecoveryCodesBody(codes.stream().map(RecoveryCode::revealGrouped).toList());
  }

  @Override
  public String toString() {
    return "RecoveryCodesBody";
  }
}
