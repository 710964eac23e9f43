package io.cinema.auth.adapter.crypto.token;

import io.cinema.auth.adapter.crypto.secret.HmacSha256;
import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.domain.port.RefreshTokenSigner;
import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.session.RefreshToken;
import io.cinema.auth.domain.session.SessionId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** {@code cinema_rt_…}, which says session id (16 bytes) and generation (4). */
public final class HmacRefreshTokenSigner implements RefreshTokenSigner {
  private static final int LENGTH = 2 * Long.BYTES + Integer.BYTES;

  private final HmacText texts;

  public HmacRefreshTokenSigner(MasterKey masterKey) {
    texts = new HmacText(new HmacSha256(masterKey, "refresh-token"), "cinema_rt_", LENGTH);
  }

  @Override
  public Secret sign(RefreshToken token) {
    UUID session = token.session().value();
    return texts.sign(
        ByteBuffer.allocate(LENGTH)
            .putLong(session.getMostSignificantBits())
            .putLong(session.getLeastSignificantBits())
            .putInt(token.generation())
            .array());
  }

  @Override
  public Optional<RefreshToken> read(Secret token) {
    return texts.read(token).map(HmacRefreshTokenSigner::token);
  }

  private static RefreshToken token(ByteBuffer said) {
    SessionId session = new SessionId(new UUID(said.getLong(), said.getLong()));
    return new RefreshToken(session, said.getInt());
  }
}
