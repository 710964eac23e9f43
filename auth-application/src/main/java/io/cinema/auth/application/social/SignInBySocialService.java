package io.cinema.auth.application.social;

import io.cinema.auth.application.signin.LoginPath;
import io.cinema.auth.application.signin.Opening;
import io.cinema.auth.application.signin.SessionOpener;
import io.cinema.auth.application.signin.SignInHistory;
import io.cinema.auth.domain.account.Login;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.login.LoginResult;
import io.cinema.auth.domain.login.Origin;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.SocialLinkRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.social.LinkingPolicy;
import io.cinema.auth.domain.social.LoginProposal;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.SocialLink;
import io.cinema.auth.domain.social.SocialProfile;
import io.cinema.auth.domain.token.Amr;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public final class SignInBySocialService implements SignInBySocial {
  /** As often as two who come at once can get in each other's way. */
  private static final int ATTEMPTS = 5;

  private final RoundTrip roundTrip;
  private final LinkingPolicy policy;
  private final SocialLinkRepository links;
  private final UserRepository users;
  private final SessionOpener opener;
  private final SignInHistory history;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final InstantSource clock;

  public SignInBySocialService(
      RoundTrip roundTrip,
      LinkingPolicy policy,
      SocialLinkRepository links,
      UserRepository users,
      SessionOpener opener,
      SignInHistory history,
      UnitOfWork unitOfWork,
      Ids ids,
      InstantSource clock) {
    this.roundTrip = roundTrip;
    this.policy = policy;
    this.links = links;
    this.users = users;
    this.opener = opener;
    this.history = history;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  /** Somebody else came with the same identity, e-mail or login in between: all is to be redone. */
  private static final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OvertakenException() {
      super(null, null, false, false);
    }
  }

  @Override
  public List<ProviderName> providers() {
    return roundTrip.providers();
  }

  @Override
  public RoundTrip.Beginning begin(ProviderName provider, @Nullable URI redirectUri) {
    return roundTrip.begin(provider, redirectUri, null);
  }

  @Override
  public Result finish(ReturnedFromNetwork shown, Origin origin) {
    return switch (roundTrip.end(shown, null)) {
      case RoundTrip.Identified(SocialProfile profile) -> let(profile, origin);
      case RoundTrip.StateInvalid _ -> new StateInvalid();
      case RoundTrip.Denied _ -> new Denied();
      case RoundTrip.NoSuchProvider _ -> new NoSuchProvider();
      case RoundTrip.ProviderAway _ -> new ProviderAway();
    };
  }

  private Result let(SocialProfile profile, Origin origin) {
    for (int attempt = 1; ; attempt++) {
      try {
        return unitOfWork.inTransaction(() -> decide(profile, origin));
      } catch (OvertakenException overtaken) {
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException("overtaken again and again", overtaken);
        }
      }
    }
  }

  private Result decide(SocialProfile profile, Origin origin) {
    // In this order: who has the e-mail may have come just now with this very identity, and then
    // the
    // link is there, too.
    LinkingPolicy.EmailHolder holder = holder(profile).orElse(null);
    return switch (policy.signIn(profile, linkedTo(profile), holder)) {
      case LinkingPolicy.SignIn(UserId user, LinkingPolicy.Rule _) -> {
        User locked = lock(user);
        // It may have been unlinked while we waited, and even be another's by now.
        if (!user.equals(linkedTo(profile))) {
          throw new OvertakenException();
        }
        yield new Proved(open(locked, profile, origin), false);
      }
      case LinkingPolicy.Link(UserId user, LinkingPolicy.Rule _) -> {
        User locked = lock(user);
        link(user, profile);
        yield new Proved(open(locked, profile, origin), false);
      }
      case LinkingPolicy.SignUp _ -> {
        User made = signUp(profile);
        link(made.id(), profile);
        yield new Proved(open(made, profile, origin), true);
      }
      case LinkingPolicy.Refuse _ -> {
        history.remember(
            holder == null ? null : holder.user(),
            LoginResult.EMAIL_NOT_PROVED,
            path(profile),
            origin,
            null);
        yield new EmailTaken();
      }
    };
  }

  private @Nullable UserId linkedTo(SocialProfile profile) {
    return links.find(profile.identity()).map(SocialLink::user).orElse(null);
  }

  /** Nobody's e-mail has been verified here so far. */
  private Optional<LinkingPolicy.EmailHolder> holder(SocialProfile profile) {
    return Optional.ofNullable(profile.email())
        .flatMap(users::findByEmail)
        .map(user -> new LinkingPolicy.EmailHolder(user.id(), false));
  }

  private User lock(UserId id) {
    return users.lock(id).orElseThrow(OvertakenException::new);
  }

  private void link(UserId user, SocialProfile profile) {
    if (!links.add(new SocialLink(ids.next(), user, profile.identity(), clock.instant()))) {
      throw new OvertakenException();
    }
  }

  private User signUp(SocialProfile profile) {
    Login proposed = LoginProposal.of(profile);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      UserId id = new UserId(ids.next());
      User user =
          User.fromNetwork(
              id,
              attempt == 1 ? proposed : LoginProposal.distinct(proposed, suffix(id)),
              profile.email(),
              profile.name(),
              clock.instant());
      switch (users.add(user)) {
        case SAVED -> {
          return users.lock(id).orElseThrow();
        }
        case EMAIL_TAKEN -> throw new OvertakenException();
        case LOGIN_TAKEN -> {
          // The next one has something behind it.
        }
      }
    }
    throw new OvertakenException();
  }

  /** The random end of a UUIDv7. */
  private static String suffix(UserId id) {
    String text = id.toString();
    return text.substring(text.length() - 6);
  }

  private Opening open(User locked, SocialProfile profile, Origin origin) {
    return opener.open(locked, new SessionId(ids.next()), Set.of(Amr.FED), path(profile), origin);
  }

  private static LoginPath path(SocialProfile profile) {
    return LoginPath.social(profile.identity().provider());
  }
}
