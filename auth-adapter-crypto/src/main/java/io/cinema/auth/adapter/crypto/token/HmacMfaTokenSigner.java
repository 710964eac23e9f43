package io.cinema.auth.adapter.crypto.token;

import io.cinema.auth.adapter.crypto.secret.HmacSha256;
import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.mfa.MfaToken;
import io.cinema.auth.domain.port.MfaTokenSigner;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.session.SessionId;
import io.cinema.auth.domain.token.Amr;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * {@code cinema_mfa_…}, which says user id (16 bytes), session id (16), version (8), the second at
 * which it expires (8), and the factors passed as a set of bits (1).
 */
public final class HmacMfaTokenSigner implements MfaTokenSigner {
  private static final int LENGTH = 6 * Long.BYTES + 1;

  private final HmacText texts;

  public HmacMfaTokenSigner(MasterKey masterKey) {
    texts = new HmacText(new HmacSha256(masterKey, "mfa-token"), "cinema_mfa_", LENGTH);
  }

  @Override
  public Secret sign(MfaToken token) {
    ByteBuffer said = ByteBuffer.allocate(LENGTH);
    put(said, token.user().value());
    put(said, token.session().value());
    said.putLong(token.version());
    said.putLong(token.expiresAt().getEpochSecond());
    said.put(AmrBits.of(token.passed()));
    return texts.sign(said.array());
  }

  @Override
  public Optional<MfaToken> read(Secret token) {
    return texts.read(token).flatMap(HmacMfaTokenSigner::token);
  }

  private static Optional<MfaToken> token(ByteBuffer said) {
    UserId user = new UserId(uuid(said));
    SessionId session = new SessionId(uuid(said));
    long version = said.getLong();
    Instant expiresAt = Instant.ofEpochSecond(said.getLong());
    Optional<Set<Amr>> passed = AmrBits.read(said.get());
    return passed.map(methods -> new MfaToken(user, session, version, methods, expiresAt));
  }

  private static void put(ByteBuffer said, UUID uuid) {
    said.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer said) {
    return new UUID(said.getLong(), said.getLong());
  }
}
