package io.cinema.auth.application.account;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.application.proof.ProofFailure;
import io.cinema.auth.domain.account.PersonName;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class ChangePersonalDataService implements ChangePersonalData {
  private final UserRepository users;
  private final PersonalProof proof;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;

  public ChangePersonalDataService(
      UserRepository users, PersonalProof proof, AuditTrail trail, UnitOfWork unitOfWork) {
    this.users = users;
    this.proof = proof;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Result change(Command command) {
    Optional<User> user = users.findById(command.token().user());
    if (user.isEmpty()) {
      return new Gone();
    }
    List<AuditAction> touched = credentialsTouched(command, user.get());
    if (touched.isEmpty()) {
      return unitOfWork.inTransaction(() -> write(command, null));
    }
    return switch (proof.prove(user.get(), request(command, touched))) {
      case PersonalProof.Unproved(ProofFailure why) -> new Unproved(why);
      case PersonalProof.Proved proved -> unitOfWork.inTransaction(() -> write(command, proved));
    };
  }

  /** A new spelling of the same name is a change too: it is what others see. */
  private static List<AuditAction> credentialsTouched(Command command, User user) {
    List<AuditAction> touched = new ArrayList<>();
    if (command.login() != null && !command.login().shown().equals(user.login().shown())) {
      touched.add(AuditAction.LOGIN_CHANGED);
    }
    if (command.email() != null
        && (user.email() == null || !command.email().shown().equals(user.email().shown()))) {
      touched.add(AuditAction.EMAIL_CHANGED);
    }
    return touched;
  }

  private static PersonalProof.Request request(Command command, List<AuditAction> touched) {
    return new PersonalProof.Request(
        command.token(),
        command.origin(),
        touched,
        PersonalProof.Demand.PASSWORD,
        command.currentPassword());
  }

  /**
   * Writes what is wanted.
   *
   * @param proved null where no proof was needed
   */
  private Result write(Command command, PersonalProof.@Nullable Proved proved) {
    User user = users.lock(command.token().user()).orElse(null);
    if (user == null) {
      return new Gone();
    }
    // The account may have changed since the password was looked at, or found unneeded.
    List<AuditAction> touched = credentialsTouched(command, user);
    PersonalProof.Request request = request(command, touched);
    if (!touched.isEmpty()) {
      if (proved == null) {
        return new Unproved(new ProofFailure.Missing(null));
      }
      if (!proved.holdsFor(user)) {
        return new Unproved(proof.outdated(request).why());
      }
    }
    if (user.state().outdates(command.token())) {
      return new Gone();
    }
    User changed =
        user.withPersonalData(
            command.login() == null ? user.login() : command.login(),
            command.email() == null ? user.email() : command.email(),
            new PersonName(
                command.firstName().applyTo(user.name().first()),
                command.lastName().applyTo(user.name().last())));
    return switch (users.update(changed)) {
      case SAVED -> done(request, changed);
      case LOGIN_TAKEN -> taken(request, "login-taken", new LoginTaken());
      case EMAIL_TAKEN -> taken(request, "email-taken", new EmailTaken());
    };
  }

  private Result done(PersonalProof.Request request, User changed) {
    for (AuditAction act : request.acts()) {
      trail.done(request.actor(), act, AuditTarget.of(changed.id()), Map.of());
    }
    return new Changed(changed);
  }

  private Result taken(PersonalProof.Request request, String reason, Result result) {
    for (AuditAction act : request.acts()) {
      trail.refused(request.actor(), act, AuditTarget.of(request.token().user()), reason, Map.of());
    }
    return result;
  }
}
