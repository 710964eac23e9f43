package io.cinema.auth.adapter.rest.mfa;

import io.cinema.auth.domain.mfa.Provisioning;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What an authenticator app is set up with, in three forms; shown this once.
 *
 * @param secret 160 bits in Base32, to be typed in
 * @param otpauthUri the same for a link
 * @param qrPngBase64 that link as a QR code, a PNG image
 */
@Serdeable.Serializable
@Schema(name = "TotpSetup")
public record TotpSetupBody(
    @Schema(example = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP") String secret,
    @Schema(
            format = "uri",
            example =
                "otpauth://totp/Cinema:neo?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Cinema")
        String otpauthUri,
    @Schema(format = "byte", example = "iVBORw0KGgo=") String qrPngBase64) {

  public static TotpSetupBody of(Provisioning provisioning) {
    return new TotpSetupBody(
        provisioning.secret().reveal(), provisioning.uri().reveal(), provisioning.qrPng().reveal());
  }

  @Override
  public String toString() {
    return "TotpSetupBody";
  }
}
