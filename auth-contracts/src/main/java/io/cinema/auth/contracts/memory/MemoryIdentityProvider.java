package io.cinema.auth.contracts.memory;

import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.PersonName;
import io.cinema.auth.domain.port.IdentityProvider;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.Returned;
import io.cinema.auth.domain.social.SocialFlow;
import io.cinema.auth.domain.social.SocialIdentity;
import io.cinema.auth.domain.social.SocialProfile;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A social network in memory. Whoever is sent there says yes when a test lets them. */
public final class MemoryIdentityProvider implements IdentityProvider {
  private record Grant(String state, SocialProfile profile) {}

  private final ProviderName name;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private volatile boolean away;

  public MemoryIdentityProvider(String name) {
    this.name = new ProviderName(name);
  }

  /** From now on nobody answers there, or somebody does again. */
  public void away(boolean isAway) {
    away = isAway;
  }

  /** Somebody with an account there. */
  public SocialProfile person(String subject, @Nullable String email, boolean verified) {
    return new SocialProfile(
        new SocialIdentity(name, "https://" + name + ".test", subject),
        email == null ? null : EmailAddress.of(email),
        verified,
        "nick-" + subject,
        new PersonName("First", "Last"));
  }

  /** The person says yes; answers what they come back with. */
  public Returned consent(URI authorizationUri, SocialProfile person) {
    String code = UUID.randomUUID().toString();
    grants.put(code, new Grant(stateOf(authorizationUri).reveal(), person));
    return new Returned(Secret.of(code), null, null);
  }

  /** The {@code state} in an address that {@link #authorizationUri} made. */
  public static Secret stateOf(URI authorizationUri) {
    String query = authorizationUri.getQuery();
    return Secret.of(query.substring(query.indexOf("state=") + "state=".length()));
  }

  @Override
  public ProviderName name() {
    return name;
  }

  @Override
  public URI authorizationUri(SocialFlow flow) {
    checkThere();
    return URI.create("https://" + name + ".test/authorize?state=" + flow.state().reveal());
  }

  @Override
  public Outcome identify(SocialFlow flow, Returned returned) {
    checkThere();
    Grant grant = grants.remove(returned.code().reveal());
    return grant == null || !grant.state().equals(flow.state().reveal())
        ? new Refused("the code is unknown")
        : new Identified(grant.profile());
  }

  private void checkThere() {
    if (away) {
      throw PortUnavailableException.down("IdentityProvider", null);
    }
  }
}
