package io.cinema.auth.application.account;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.application.session.Lockout;
import io.cinema.auth.application.session.Revoker;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.credential.PasswordHash;
import io.cinema.auth.domain.credential.PasswordPolicy;
import io.cinema.auth.domain.port.CommonPasswords;
import io.cinema.auth.domain.port.PasswordHasher;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.EndReason;
import io.cinema.auth.domain.session.Revocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

public final class ChangePasswordService implements ChangePassword {
  private final UserRepository users;
  private final PersonalProof proof;
  private final PasswordHasher hasher;
  private final PasswordPolicy policy;
  private final CommonPasswords common;
  private final Lockout lockout;
  private final AuditTrail trail;
  private final Revoker revoker;

  public ChangePasswordService(
      UserRepository users,
      PersonalProof proof,
      PasswordHasher hasher,
      PasswordPolicy policy,
      CommonPasswords common,
      Lockout lockout,
      AuditTrail trail,
      Revoker revoker) {
    this.users = users;
    this.proof = proof;
    this.hasher = hasher;
    this.policy = policy;
    this.common = common;
    this.lockout = lockout;
    this.trail = trail;
    this.revoker = revoker;
  }

  @Override
  public Result change(Command command) {
    Optional<User> user = users.findById(command.token().user());
    if (user.isEmpty()) {
      return new Gone();
    }
    policy.check("new_password", command.chosen(), user.get().login(), user.get().email(), common);
    PersonalProof.Request request =
        new PersonalProof.Request(
            command.token(),
            command.origin(),
            List.of(AuditAction.PASSWORD_CHANGED),
            PersonalProof.Demand.PASSWORD,
            command.current());
    return switch (proof.prove(user.get(), request)) {
      case PersonalProof.Unproved(var why) -> new Unproved(why);
      case PersonalProof.Proved proved -> {
        PasswordHash chosen = hasher.hash(command.chosen());
        yield revoker.revoking(dead -> write(request, proved, chosen, dead));
      }
    };
  }

  private Result write(
      PersonalProof.Request request,
      PersonalProof.Proved proved,
      PasswordHash chosen,
      BiConsumer<UserId, Revocation.Subject> dead) {
    User user = users.lock(request.token().user()).orElse(null);
    if (user == null) {
      return new Gone();
    }
    // Of two changes at once, the second was checked against a password that no longer is.
    if (!proved.holdsFor(user)) {
      return new Unproved(proof.outdated(request).why());
    }
    if (user.state().outdates(request.token())) {
      return new Gone();
    }
    lockout.signOut(
        user.withPasswordHash(chosen), request.token().session(), EndReason.PASSWORD_CHANGED, dead);
    trail.done(request.actor(), AuditAction.PASSWORD_CHANGED, AuditTarget.of(user.id()), Map.of());
    return new Changed();
  }
}
