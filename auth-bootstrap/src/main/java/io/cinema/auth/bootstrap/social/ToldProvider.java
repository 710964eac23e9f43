package io.cinema.auth.bootstrap.social;

import io.cinema.auth.domain.port.IdentityProvider;
import io.cinema.auth.domain.port.PortUnavailableException;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.Returned;
import io.cinema.auth.domain.social.SocialFlow;
import java.net.URI;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log why a network let nobody in: the person is told only that it did not, and the
 * operator has to find out whether a secret is wrong or the network is away.
 */
public final class ToldProvider implements IdentityProvider {
  private static final Logger LOG = LoggerFactory.getLogger(ToldProvider.class);

  private final IdentityProvider provider;

  public ToldProvider(IdentityProvider provider) {
    this.provider = provider;
  }

  @Override
  public ProviderName name() {
    return provider.name();
  }

  @Override
  public URI authorizationUri(SocialFlow flow) {
    return told(() -> provider.authorizationUri(flow));
  }

  @Override
  public Outcome identify(SocialFlow flow, Returned returned) {
    Outcome outcome = told(() -> provider.identify(flow, returned));
    if (outcome instanceof Refused(String reason)) {
      LOG.info("{} let nobody in: {}", name(), reason);
    }
    return outcome;
  }

  private <T> T told(Supplier<T> call) {
    try {
      return call.get();
    } catch (PortUnavailableException away) {
      Throwable cause = away.getCause();
      LOG.warn("{} is away: {}", name(), cause == null ? "no reason given" : reason(cause));
      throw away;
    }
  }

  /** What a network answered may stand in the message of an exception that is not ours. */
  private static String reason(Throwable cause) {
    String kind = cause.getClass().getSimpleName();
    return cause.getClass().getName().startsWith("io.cinema.auth.")
        ? kind + ": " + cause.getMessage()
        : kind;
  }
}
