package io.cinema.auth.application.social;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.audit.Actor;
import io.cinema.auth.domain.audit.AuditAction;
import io.cinema.auth.domain.audit.AuditTarget;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.SocialLinkRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.social.LinkingPolicy;
import io.cinema.auth.domain.social.SocialLink;
import io.cinema.auth.domain.social.SocialProfile;
import io.cinema.auth.domain.token.VerifiedAccessToken;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class LinkSocialService implements LinkSocial {
  private static final String PROVIDER = "provider";

  private final RoundTrip roundTrip;
  private final LinkingPolicy policy;
  private final SocialLinkRepository links;
  private final UserRepository users;
  private final PersonalProof proof;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final InstantSource clock;

  public LinkSocialService(
      RoundTrip roundTrip,
      LinkingPolicy policy,
      SocialLinkRepository links,
      UserRepository users,
      PersonalProof proof,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      Ids ids,
      InstantSource clock) {
    this.roundTrip = roundTrip;
    this.policy = policy;
    this.links = links;
    this.users = users;
    this.proof = proof;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Beginning begin(Begin command) {
    Optional<User> user = users.findById(command.token().user());
    if (user.isEmpty()) {
      return new Gone();
    }
    PersonalProof.Request request =
        new PersonalProof.Request(
            command.token(),
            command.origin(),
            List.of(AuditAction.SOCIAL_LINKED),
            PersonalProof.Demand.PASSWORD_OR_FRESH_SIGN_IN,
            command.password());
    return switch (proof.prove(user.get(), request)) {
      case PersonalProof.Unproved(var why) -> new Unproved(why);
      case PersonalProof.Proved _ ->
          switch (roundTrip.begin(
              command.provider(), command.redirectUri(), command.token().user())) {
            case RoundTrip.Begun(BegunFlow flow) -> new Begun(flow);
            case RoundTrip.RedirectNotAllowed _ -> new RedirectNotAllowed();
            case RoundTrip.NoSuchProvider _ -> new NoSuchProvider();
            case RoundTrip.ProviderAway _ -> new ProviderAway();
          };
    };
  }

  @Override
  public Result finish(VerifiedAccessToken token, ReturnedFromNetwork shown, Origin origin) {
    return switch (roundTrip.end(shown, token.user())) {
      case RoundTrip.Identified(SocialProfile profile) ->
          unitOfWork.inTransaction(() -> link(token, profile, origin));
      case RoundTrip.StateInvalid _ -> new StateInvalid();
      case RoundTrip.Denied _ -> new Denied();
      case RoundTrip.NoSuchProvider _ -> new NoSuchProvider();
      case RoundTrip.ProviderAway _ -> new ProviderAway();
    };
  }

  private Result link(VerifiedAccessToken token, SocialProfile profile, Origin origin) {
    User user = users.lock(token.user()).orElse(null);
    if (user == null || user.state().outdates(token)) {
      return new Gone();
    }
    Optional<SocialLink> known = links.find(profile.identity());
    UserId linkedTo = known.map(SocialLink::user).orElse(null);
    return switch (policy.link(user.id(), linkedTo)) {
      case LinkingPolicy.SignIn _ -> new Linked(known.orElseThrow());
      case LinkingPolicy.Refuse _, LinkingPolicy.SignUp _ -> taken(token, profile, origin);
      case LinkingPolicy.Link _ -> {
        SocialLink link =
            new SocialLink(ids.next(), user.id(), profile.identity(), clock.instant());
        if (!links.add(link)) {
          yield taken(token, profile, origin);
        }
        trail.done(
            new Actor.Person(user.id(), origin),
            AuditAction.SOCIAL_LINKED,
            AuditTarget.of(user.id()),
            detail(profile));
        yield new Linked(link);
      }
    };
  }

  private Result taken(VerifiedAccessToken token, SocialProfile profile, Origin origin) {
    trail.refused(
        new Actor.Person(token.user(), origin),
        AuditAction.SOCIAL_LINKED,
        AuditTarget.of(token.user()),
        "social-link-taken",
        detail(profile));
    return new IdentityTaken();
  }

  private static Map<String, String> detail(SocialProfile profile) {
    return Map.of(PROVIDER, profile.identity().provider().value());
  }
}
