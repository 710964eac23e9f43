package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.adapter.crypto.mfa.AesGcmTotpSealer;
import io.cinema.auth.adapter.crypto.mfa.HmacRecoveryCodeGenerator;
import io.cinema.auth.adapter.crypto.mfa.SamstevensTotpGenerator;
import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.adapter.crypto.token.HmacMfaTokenSigner;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.mfa.ConfirmTotp;
import io.cinema.auth.application.mfa.ConfirmTotpService;
import io.cinema.auth.application.mfa.DisableTotp;
import io.cinema.auth.application.mfa.DisableTotpService;
import io.cinema.auth.application.mfa.EnrolTotp;
import io.cinema.auth.application.mfa.EnrolTotpService;
import io.cinema.auth.application.mfa.FactorCheck;
import io.cinema.auth.application.mfa.FactorGuard;
import io.cinema.auth.application.mfa.ReadSecondFactor;
import io.cinema.auth.application.mfa.ReadSecondFactorService;
import io.cinema.auth.application.mfa.RenewRecoveryCodes;
import io.cinema.auth.application.mfa.RenewRecoveryCodesService;
import io.cinema.auth.application.mfa.TotpSetup;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.application.proof.ProvedChange;
import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.application.throttle.Throttle;
import io.cinema.auth.bootstrap.config.MfaConfiguration;
import io.cinema.auth.bootstrap.config.NamedSettings;
import io.cinema.auth.domain.mfa.TotpWindow;
import io.cinema.auth.domain.port.MfaTokenSigner;
import io.cinema.auth.domain.port.RecoveryCodeGenerator;
import io.cinema.auth.domain.port.RecoveryCodeRepository;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.TotpEnrolmentRepository;
import io.cinema.auth.domain.port.TotpGenerator;
import io.cinema.auth.domain.port.TotpSealer;
import io.cinema.auth.domain.port.UserRepository;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Services of the second factor, and the cryptography behind their ports. */
@Factory
final class SecondFactorFactory {

  @Singleton
  TotpGenerator totpGenerator(MfaConfiguration mfa) {
    return NamedSettings.made(
        "AUTH_MFA_ISSUER_NAME", () -> new SamstevensTotpGenerator(mfa.issuerName()));
  }

  @Singleton
  TotpSealer totpSealer(MasterKey masterKey) {
    return new AesGcmTotpSealer(masterKey);
  }

  @Singleton
  RecoveryCodeGenerator recoveryCodeGenerator(MasterKey masterKey) {
    return new HmacRecoveryCodeGenerator(masterKey);
  }

  @Singleton
  MfaTokenSigner mfaTokenSigner(MasterKey masterKey) {
    return new HmacMfaTokenSigner(masterKey);
  }

  @Singleton
  FactorCheck factorCheck(
      TotpEnrolmentRepository enrolments,
      RecoveryCodeRepository recovery,
      TotpGenerator totp,
      TotpSealer sealer,
      RecoveryCodeGenerator recoveryCodes,
      TotpWindow window,
      Throttle throttle,
      InstantSource clock) {
    return new FactorCheck(
        enrolments, recovery, totp, sealer, recoveryCodes, window, throttle, clock);
  }

  @Singleton
  TotpSetup totpSetup(
      TotpEnrolmentRepository enrolments,
      RecoveryCodeRepository recovery,
      SessionRepository sessions,
      TotpGenerator totp,
      TotpSealer sealer,
      RecoveryCodeGenerator recoveryCodes,
      FactorCheck factors,
      InstantSource clock) {
    return new TotpSetup(
        enrolments, recovery, sessions, totp, sealer, recoveryCodes, factors, clock);
  }

  @Singleton
  FactorGuard factorGuard(ProvedChange change, PersonalProof person, FactorCheck factors) {
    return new FactorGuard(change, person, factors);
  }

  @Singleton
  EnrolTotp enrolTotp(ProvedChange change, TotpSetup setup) {
    return new EnrolTotpService(change, setup);
  }

  @Singleton
  ConfirmTotp confirmTotp(
      UserRepository users,
      SessionRepository sessions,
      TotpSetup setup,
      AuditTrail trail,
      Revoker revoker) {
    return new ConfirmTotpService(users, sessions, setup, trail, revoker);
  }

  @Singleton
  DisableTotp disableTotp(FactorGuard guard, TotpSetup setup, AuditTrail trail) {
    return new DisableTotpService(guard, setup, trail);
  }

  @Singleton
  RenewRecoveryCodes renewRecoveryCodes(FactorGuard guard, TotpSetup setup, AuditTrail trail) {
    return new RenewRecoveryCodesService(guard, setup, trail);
  }

  @Singleton
  ReadSecondFactor readSecondFactor(
      TotpEnrolmentRepository enrolments, RecoveryCodeRepository recovery) {
    return new ReadSecondFactorService(enrolments, recovery);
  }
}
