package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.application.account.ChangeAllowedAgents;
import io.cinema.auth.application.account.ChangeAllowedAgentsService;
import io.cinema.auth.application.account.ChangePassword;
import io.cinema.auth.application.account.ChangePasswordService;
import io.cinema.auth.application.account.ChangePersonalData;
import io.cinema.auth.application.account.ChangePersonalDataService;
import io.cinema.auth.application.account.ReadAccount;
import io.cinema.auth.application.account.ReadAccountService;
import io.cinema.auth.application.account.Registration;
import io.cinema.auth.application.account.SignUp;
import io.cinema.auth.application.account.SignUpService;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.history.ReadLoginHistory;
import io.cinema.auth.application.history.ReadLoginHistoryService;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.application.proof.ProvedChange;
import io.cinema.auth.application.session.Lockout;
import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.domain.credential.PasswordPolicy;
import io.cinema.auth.domain.port.CommonPasswords;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.LoginEventRepository;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Services of the account and its history. */
@Factory
final class AccountFactory {

  @Singleton
  Registration registration(
      UserRepository users,
      PasswordHasher hasher,
      PasswordPolicy policy,
      CommonPasswords common,
      Ids ids,
      InstantSource clock) {
    return new Registration(users, hasher, policy, common, ids, clock);
  }

  @Singleton
  SignUp signUp(UserRepository users, Registration registration) {
    return new SignUpService(users, registration);
  }

  @Singleton
  ReadAccount readAccount(UserRepository users) {
    return new ReadAccountService(users);
  }

  @Singleton
  ChangePersonalData changePersonalData(
      UserRepository users, PersonalProof proof, AuditTrail trail, UnitOfWork unitOfWork) {
    return new ChangePersonalDataService(users, proof, trail, unitOfWork);
  }

  @Singleton
  ChangePassword changePassword(
      UserRepository users,
      PersonalProof proof,
      PasswordHasher hasher,
      PasswordPolicy policy,
      CommonPasswords common,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker) {
    return new ChangePasswordService(users, proof, hasher, policy, common, lockout, trail, revoker);
  }

  @Singleton
  ChangeAllowedAgents changeAllowedAgents(
      UserRepository users, ProvedChange change, AuditTrail trail) {
    return new ChangeAllowedAgentsService(users, change, trail);
  }

  @Singleton
  ReadLoginHistory readLoginHistory(LoginEventRepository history) {
    return new ReadLoginHistoryService(history);
  }
}
