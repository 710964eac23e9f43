package io.cinema.auth.adapter.postgres.key;

import io.cinema.auth.domain.secret.SealedBytes;
import io.cinema.auth.domain.token.SigningKey;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code auth.signing_keys}. */
@MappedEntity(value = "signing_keys", schema = "auth")
@SuppressWarnings("ArrayRecordComponent") // never compared, gone once it is a SigningKey
record SigningKeyRow(
    @Id String id,
    int generation,
    Instant createdAt,
    Instant activeFrom,
    String publicJwk,
    byte[] sealedPrivateJwk) {

  SigningKey key() {
    return new SigningKey(
        id, generation, createdAt, activeFrom, publicJwk, SealedBytes.of(sealedPrivateJwk));
  }
}
