package io.cinema.auth.application.mfa;

import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.application.proof.ProvedChange;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.mfa.TotpSecret;
import java.util.List;
import java.util.Optional;

public final class EnrolTotpService implements EnrolTotp {
  private final ProvedChange change;
  private final TotpSetup setup;

  public EnrolTotpService(ProvedChange change, TotpSetup setup) {
    this.change = change;
    this.setup = setup;
  }

  @Override
  public Result enrol(Command command) {
    PersonalProof.Request request =
        new PersonalProof.Request(
            command.token(),
            command.origin(),
            List.of(AuditAction.TOTP_ENABLED),
            PersonalProof.Demand.PASSWORD,
            command.password());
    TotpSecret secret = setup.newSecret();
    return switch (change.make(request, user -> begin(user, secret))) {
      case ProvedChange.Made<Optional<User>>(Optional<User> begun) ->
          begun
              .<Result>map(user -> new Begun(setup.provision(secret, user)))
              .orElseGet(AlreadyActive::new);
      case ProvedChange.Unproved<Optional<User>>(var why) -> new Unproved(why);
      case ProvedChange.Gone<Optional<User>> _ -> new Gone();
    };
  }

  private Optional<User> begin(User locked, TotpSecret secret) {
    if (locked.state().totpEnabled()) {
      return Optional.empty();
    }
    setup.begin(locked, secret);
    return Optional.of(locked);
  }
}
