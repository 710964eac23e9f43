package io.cinema.auth.adapter.crypto.mfa;

import dev.samstevens.totp.code.CodeGenerator;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import dev.samstevens.totp.exceptions.QrGenerationException;
import dev.samstevens.totp.qr.QrData;
import dev.samstevens.totp.qr.QrGenerator;
import dev.samstevens.totp.secret.DefaultSecretGenerator;
import dev.samstevens.totp.secret.SecretGenerator;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.mfa.Provisioning;
import io.cinema.auth.domain.mfa.TotpCheck;
import io.cinema.auth.domain.mfa.TotpCode;
import io.cinema.auth.domain.mfa.TotpSecret;
import io.cinema.auth.domain.port.TotpGenerator;
import io.cinema.auth.domain.secret.Secret;
import java.util.Base64;
import java.util.Locale;

/** One-time codes by java-totp. */
public final class SamstevensTotpGenerator implements TotpGenerator {
  private static final int BASE32_LETTERS = 32;
  private static final int LONGEST_ISSUER = 40;

  private final SecretGenerator secrets = new DefaultSecretGenerator(BASE32_LETTERS);
  private final CodeGenerator codes =
      new DefaultCodeGenerator(HashingAlgorithm.SHA1, TotpCode.DIGITS);
  private final QrGenerator images = new PngQrGenerator();
  private final String issuer;

  /**
   * @param issuer what apps show above the login, such as {@code Cinema}: 1 to 40 characters, no
   *     colon, which parts it from the login
   * @throws IllegalArgumentException for any other
   */
  public SamstevensTotpGenerator(String issuer) {
    if (issuer.isBlank() || issuer.length() > LONGEST_ISSUER || issuer.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "the issuer that authenticator apps show has 1 to "
              + LONGEST_ISSUER
              + " characters and no colon");
    }
    this.issuer = issuer.strip();
  }

  @Override
  public TotpSecret newSecret() {
    return TotpSecret.ofBase32(secrets.generate());
  }

  @Override
  public TotpCode codeAt(TotpSecret secret, long step) {
    try {
      // The library writes the digits of the process's locale: of some they are not 0 to 9.
      int code = Integer.parseInt(codes.generate(secret.reveal(), step));
      return TotpCode.of(String.format(Locale.ROOT, "%0" + TotpCode.DIGITS + "d", code));
    } catch (CodeGenerationException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA-1", impossible);
    }
  }

  @Override
  public Provisioning provision(TotpSecret secret, Login login) {
    QrData data =
        new QrData.Builder()
            .label(issuer + ":" + login.shown())
            .secret(secret.reveal())
            .issuer(issuer)
            .algorithm(HashingAlgorithm.SHA1)
            .digits(TotpCode.DIGITS)
            .period((int) TotpCheck.STEP.toSeconds())
            .build();
    return new Provisioning(secret, Secret.of(data.getUri()), Secret.of(png(data)));
  }

  private String png(QrData data) {
    try {
      return Base64.getEncoder().encodeToString(images.generate(data));
    } catch (QrGenerationException tooLong) {
      throw new IllegalStateException("the longest issuer and login fit a QR code", tooLong);
    }
  }
}
