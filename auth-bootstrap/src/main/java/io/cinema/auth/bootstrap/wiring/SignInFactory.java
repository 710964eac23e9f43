package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.adapter.rest.http.ClientAddresses;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.mfa.FactorCheck;
import io.cinema.auth.application.mfa.TotpSetup;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.application.proof.ProvedChange;
import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.application.signin.EnrolAtSignIn;
import io.cinema.auth.application.signin.EnrolAtSignInService;
import io.cinema.auth.application.signin.PassSecondFactor;
import io.cinema.auth.application.signin.PassSecondFactorService;
import io.cinema.auth.application.signin.PendingSignIn;
import io.cinema.auth.application.signin.SessionOpener;
import io.cinema.auth.application.signin.SignIn;
import io.cinema.auth.application.signin.SignInHistory;
import io.cinema.auth.application.signin.SignInService;
import io.cinema.auth.application.signin.TokenIssuer;
import io.cinema.auth.application.throttle.Throttle;
import io.cinema.auth.bootstrap.config.NamedSettings;
import io.cinema.auth.bootstrap.config.ProxyConfiguration;
import io.cinema.auth.domain.account.StepUpPolicy;
import io.cinema.auth.domain.login.LoginThrottle;
import io.cinema.auth.domain.mfa.SecondFactorPolicy;
import io.cinema.auth.domain.port.AccessTokenSigner;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.LoginAttemptRepository;
import io.cinema.auth.domain.port.LoginEventRepository;
import io.cinema.auth.domain.port.MfaTokenSigner;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.RefreshTokenSigner;
import io.cinema.auth.domain.port.SessionRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.SessionTerms;
import io.cinema.auth.domain.token.AccessTokenTerms;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Services of signing in, and of proving again who one is. */
@Factory
final class SignInFactory {

  @Singleton
  ClientAddresses clientAddresses(ProxyConfiguration proxy) {
    return NamedSettings.made(
        "AUTH_PROXY_TRUSTED, AUTH_PROXY_HEADER",
        () -> ClientAddresses.behind(proxy.trusted(), proxy.header()));
  }

  @Singleton
  TokenIssuer tokenIssuer(
      AccessTokenTerms terms,
      SecondFactorPolicy policy,
      AccessTokenSigner accessTokens,
      RefreshTokenSigner refreshTokens,
      Ids ids) {
    return new TokenIssuer(terms, policy, accessTokens, refreshTokens, ids);
  }

  @Singleton
  Throttle throttle(
      LoginAttemptRepository attempts,
      LoginThrottle rule,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    return new Throttle(attempts, rule, unitOfWork, clock);
  }

  @Singleton
  PersonalProof personalProof(
      PasswordHasher hasher,
      Throttle throttle,
      StepUpPolicy policy,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    return new PersonalProof(hasher, throttle, policy, trail, unitOfWork, clock);
  }

  @Singleton
  ProvedChange provedChange(UserRepository users, PersonalProof proof, UnitOfWork unitOfWork) {
    return new ProvedChange(users, proof, unitOfWork);
  }

  @Singleton
  SignInHistory signInHistory(LoginEventRepository events, Ids ids, InstantSource clock) {
    return new SignInHistory(events, ids, clock);
  }

  @Singleton
  SessionOpener sessionOpener(
      UserRepository users,
      SessionRepository sessions,
      TokenIssuer issuer,
      MfaTokenSigner mfaTokens,
      SignInHistory history,
      SessionTerms terms,
      InstantSource clock) {
    return new SessionOpener(users, sessions, issuer, mfaTokens, history, terms, clock);
  }

  @Singleton
  SignIn signIn(
      UserRepository users,
      PasswordHasher hasher,
      Throttle throttle,
      SessionOpener opener,
      SignInHistory history,
      UnitOfWork unitOfWork,
      Ids ids) {
    return new SignInService(users, hasher, throttle, opener, history, unitOfWork, ids);
  }

  @Singleton
  PendingSignIn pendingSignIn(
      MfaTokenSigner mfaTokens,
      UserRepository users,
      SessionRepository sessions,
      InstantSource clock) {
    return new PendingSignIn(mfaTokens, users, sessions, clock);
  }

  @Singleton
  PassSecondFactor passSecondFactor(
      PendingSignIn pending,
      FactorCheck factors,
      SessionOpener opener,
      SignInHistory history,
      UnitOfWork unitOfWork) {
    return new PassSecondFactorService(pending, factors, opener, history, unitOfWork);
  }

  @Singleton
  EnrolAtSignIn enrolAtSignIn(
      PendingSignIn pending,
      UserRepository users,
      TotpSetup setup,
      SessionOpener opener,
      SignInHistory history,
      AuditTrail trail,
      SecondFactorPolicy policy,
      Revoker revoker,
      UnitOfWork unitOfWork) {
    return new EnrolAtSignInService(
        pending, users, setup, opener, history, trail, policy, revoker, unitOfWork);
  }
}
