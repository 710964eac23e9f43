package io.cinema.auth.application.social;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.SocialLinkRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.social.LinkingPolicy;
import io.cinema.auth.domain.social.SocialLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class UnlinkSocialService implements UnlinkSocial {
  private final SocialLinkRepository links;
  private final UserRepository users;
  private final PersonalProof proof;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;

  public UnlinkSocialService(
      SocialLinkRepository links,
      UserRepository users,
      PersonalProof proof,
      AuditTrail trail,
      UnitOfWork unitOfWork) {
    this.links = links;
    this.users = users;
    this.proof = proof;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<SocialLink> links(UserId user) {
    return links.ofUser(user);
  }

  @Override
  public Result unlink(Command command) {
    Optional<User> user = users.findById(command.token().user());
    if (user.isEmpty()) {
      return new Gone();
    }
    PersonalProof.Request request =
        new PersonalProof.Request(
            command.token(),
            command.origin(),
            List.of(AuditAction.SOCIAL_UNLINKED),
            PersonalProof.Demand.PASSWORD_OR_FRESH_SIGN_IN,
            command.password());
    return switch (proof.prove(user.get(), request)) {
      case PersonalProof.Unproved(var why) -> new Unproved(why);
      case PersonalProof.Proved proved ->
          unitOfWork.inTransaction(() -> remove(command, proved, request));
    };
  }

  private Result remove(
      Command command, PersonalProof.Proved proved, PersonalProof.Request request) {
    // The lock puts those in a row who would each leave the other's link as the last way in.
    User user = users.lock(command.token().user()).orElse(null);
    if (user == null || user.state().outdates(command.token())) {
      return new Gone();
    }
    if (!proved.holdsFor(user)) {
      return new Unproved(proof.outdated(request).why());
    }
    List<SocialLink> all = links.ofUser(user.id());
    SocialLink link =
        all.stream().filter(each -> each.id().equals(command.link())).findAny().orElse(null);
    if (link == null) {
      return new NoSuchLink();
    }
    Map<String, String> detail = Map.of("provider", link.identity().provider().value());
    if (!LinkingPolicy.mayUnlink(user.passwordHash() != null, all.size())) {
      trail.refused(
          request.actor(),
          AuditAction.SOCIAL_UNLINKED,
          AuditTarget.of(user.id()),
          "last-credential",
          detail);
      return new LastCredential();
    }
    boolean _ = links.remove(user.id(), link.id());
    trail.done(request.actor(), AuditAction.SOCIAL_UNLINKED, AuditTarget.of(user.id()), detail);
    return new Unlinked();
  }
}
