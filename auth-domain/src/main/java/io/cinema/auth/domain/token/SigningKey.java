package io.cinema.auth.domain.token;

import io.cinema.auth.domain.secret.SealedBytes;
import java.time.Instant;

/**
 * A key pair that signs access tokens, as it is stored.
 *
 * @param id {@code kid}
 * @param generation its place in the order of keys: 1, 2, 3 …
 * @param activeFrom when it starts to sign; it is published before
 * @param publicJwk the public half, a JWK (RFC 7517) in JSON
 * @param sealedPrivateJwk the private half, sealed; no use without the master key
 */
public record SigningKey(
    String id,
    int generation,
    Instant createdAt,
    Instant activeFrom,
    String publicJwk,
    SealedBytes sealedPrivateJwk) {}
