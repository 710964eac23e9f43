package io.cinema.auth.application.social;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.application.proof.ProvedChange;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.port.SocialLinkRepository;
import io.cinema.auth.domain.social.LinkingPolicy;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.SocialLink;
import java.util.List;
import java.util.Map;
import java.util.UUID;

public final class UnlinkSocialService implements UnlinkSocial {
  private final RoundTrip roundTrip;
  private final SocialLinkRepository links;
  private final ProvedChange change;
  private final AuditTrail trail;

  public UnlinkSocialService(
      RoundTrip roundTrip, SocialLinkRepository links, ProvedChange change, AuditTrail trail) {
    this.roundTrip = roundTrip;
    this.links = links;
    this.change = change;
    this.trail = trail;
  }

  @Override
  public List<SocialLink> links(UserId user) {
    return links.ofUser(user);
  }

  @Override
  public Result unlink(Command command) {
    PersonalProof.Request request =
        new PersonalProof.Request(
            command.token(),
            command.origin(),
            List.of(AuditAction.SOCIAL_UNLINKED),
            PersonalProof.Demand.PASSWORD_OR_FRESH_SIGN_IN,
            command.password());
    return switch (change.make(request, user -> remove(request, user, command.link()))) {
      case ProvedChange.Made<Result>(Result result) -> result;
      case ProvedChange.Unproved<Result>(var why) -> new Unproved(why);
      case ProvedChange.Gone<Result> _ -> new Gone();
    };
  }

  /** The account is locked: of two who would each leave the other's link, one comes second. */
  private Result remove(PersonalProof.Request request, User user, UUID wanted) {
    List<SocialLink> all = links.ofUser(user.id());
    SocialLink link = all.stream().filter(each -> each.id().equals(wanted)).findAny().orElse(null);
    if (link == null) {
      return new NoSuchLink();
    }
    Map<String, String> detail = Map.of("provider", link.identity().provider().value());
    if (!LinkingPolicy.mayUnlink(user.passwordHash() != null, 1 + others(all, link))) {
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

  /** How many other ways in there are: a network that is switched off lets nobody in. */
  private int others(List<SocialLink> all, SocialLink link) {
    List<ProviderName> open = roundTrip.providers();
    return Math.toIntExact(
        all.stream()
            .filter(each -> !each.equals(link) && open.contains(each.identity().provider()))
            .count());
  }
}
