package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.adapter.oauth.IdentityProviders;
import io.cinema.auth.adapter.oauth.http.GuardedHttp;
import io.cinema.auth.adapter.oauth.http.HttpLimits;
import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.proof.PersonalProof;
import io.cinema.auth.application.proof.ProvedChange;
import io.cinema.auth.application.signin.SessionOpener;
import io.cinema.auth.application.signin.SignInHistory;
import io.cinema.auth.application.social.LinkSocial;
import io.cinema.auth.application.social.LinkSocialService;
import io.cinema.auth.application.social.RedirectUris;
import io.cinema.auth.application.social.RoundTrip;
import io.cinema.auth.application.social.SignInBySocial;
import io.cinema.auth.application.social.SignInBySocialService;
import io.cinema.auth.application.social.UnlinkSocial;
import io.cinema.auth.application.social.UnlinkSocialService;
import io.cinema.auth.bootstrap.config.NamedSettings;
import io.cinema.auth.bootstrap.config.ProviderSettingsReader;
import io.cinema.auth.bootstrap.config.SocialConfiguration;
import io.cinema.auth.bootstrap.social.ToldProvider;
import io.cinema.auth.domain.port.Entropy;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.SocialFlowStore;
import io.cinema.auth.domain.port.SocialLinkRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserRepository;
import io.cinema.auth.domain.social.EmailTrust;
import io.cinema.auth.domain.social.LinkingPolicy;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.token.AccessTokenTerms;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Services of social networks, and the way to them. */
@Factory
final class SocialFactory {

  /** Google runs gmail.com itself; GitHub tells only e-mails that it has verified. */
  private static final LinkingPolicy LINKING =
      new LinkingPolicy(
          Map.of(
              new ProviderName("google"), new EmailTrust.OfDomains(Set.of("gmail.com")),
              new ProviderName("github"), new EmailTrust.OfAll()));

  @Singleton
  LinkingPolicy linkingPolicy() {
    return LINKING;
  }

  @Singleton
  @Bean(preDestroy = "close")
  GuardedHttp guardedHttp() {
    return new GuardedHttp(HttpLimits.DEFAULT);
  }

  @Singleton
  RoundTrip roundTrip(
      SocialConfiguration social,
      PropertyResolver settings,
      GuardedHttp http,
      SocialFlowStore flows,
      AccessTokenTerms terms,
      Entropy entropy,
      InstantSource clock) {
    return new RoundTrip(
        NamedSettings.made(
            "AUTH_OAUTH_…",
            () ->
                IdentityProviders.of(
                        new ProviderSettingsReader(settings).read(social.oidc()), http, clock)
                    .stream()
                    .map(ToldProvider::new)
                    .toList()),
        flows,
        redirects(social, terms),
        entropy,
        clock);
  }

  private static RedirectUris redirects(SocialConfiguration social, AccessTokenTerms terms) {
    return NamedSettings.made(
        "AUTH_OAUTH_REDIRECT_URIS",
        () ->
            new RedirectUris(
                URI.create(terms.issuer() + "/api/v1/oauth"),
                social.redirectUris().stream().map(URI::create).collect(Collectors.toSet())));
  }

  @Singleton
  SignInBySocial signInBySocial(
      RoundTrip roundTrip,
      LinkingPolicy policy,
      SocialLinkRepository links,
      UserRepository users,
      SessionOpener opener,
      SignInHistory history,
      UnitOfWork unitOfWork,
      Ids ids,
      InstantSource clock) {
    return new SignInBySocialService(
        roundTrip, policy, links, users, opener, history, unitOfWork, ids, clock);
  }

  @Singleton
  LinkSocial linkSocial(
      RoundTrip roundTrip,
      LinkingPolicy policy,
      SocialLinkRepository links,
      UserRepository users,
      PersonalProof proof,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      Ids ids,
      InstantSource clock) {
    return new LinkSocialService(
        roundTrip, policy, links, users, proof, trail, unitOfWork, ids, clock);
  }

  @Singleton
  UnlinkSocial unlinkSocial(
      RoundTrip roundTrip, SocialLinkRepository links, ProvedChange change, AuditTrail trail) {
    return new UnlinkSocialService(roundTrip, links, change, trail);
  }
}
