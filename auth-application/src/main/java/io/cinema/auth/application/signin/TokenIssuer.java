package io.cinema.auth.application.signin;

import io.cinema.auth.domain.account.AccountState;
import io.cinema.auth.domain.mfa.SecondFactorPolicy;
import io.cinema.auth.domain.port.AccessTokenSigner;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.RefreshTokenSigner;
import io.cinema.auth.domain.session.RefreshToken;
import io.cinema.auth.domain.session.Session;
import io.cinema.auth.domain.token.AccessTokenClaims;
import io.cinema.auth.domain.token.AccessTokenTerms;
import java.time.Duration;
import java.time.Instant;

/**
 * The one place where tokens are made. It asks {@link io.cinema.auth.domain.account.AccountGate}
 * and hands out nothing when the gate stays shut.
 */
public final class TokenIssuer {
  private final AccessTokenTerms terms;
  private final SecondFactorPolicy policy;
  private final AccessTokenSigner accessTokens;
  private final RefreshTokenSigner refreshTokens;
  private final Ids ids;

  public TokenIssuer(
      AccessTokenTerms terms,
      SecondFactorPolicy policy,
      AccessTokenSigner accessTokens,
      RefreshTokenSigner refreshTokens,
      Ids ids) {
    this.terms = terms;
    this.policy = policy;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.ids = ids;
  }

  /** What came of asking for tokens. */
  public sealed interface Outcome {}

  public record Issued(IssuedTokens tokens) implements Outcome {}

  public record Refused(GateRefusal why) implements Outcome {}

  /**
   * Makes the tokens of a session as it stands.
   *
   * @param account read in this request, so that roles and version are today's
   */
  public Outcome issue(Session session, AccountState account, Instant now) {
    return GateRefusal.of(account, session.amr(), session.origin().agent(), policy)
        .<Outcome>map(Refused::new)
        .orElseGet(() -> new Issued(tokens(session, account, now)));
  }

  private IssuedTokens tokens(Session session, AccountState account, Instant now) {
    AccessTokenClaims claims =
        AccessTokenClaims.of(terms, ids.next().toString(), session, account, now);
    return new IssuedTokens(
        accessTokens.sign(claims),
        terms.life(),
        refreshTokens.sign(new RefreshToken(session.id(), session.generation())),
        Duration.between(now, session.refreshableUntil()),
        session.id());
  }
}
