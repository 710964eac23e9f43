package io.cinema.auth.contracts;

import io.cinema.auth.domain.port.AccessTokenSigner;
import io.cinema.auth.domain.port.AccessTokenVerifier;
import io.cinema.auth.domain.port.KeyRing;
import io.cinema.auth.domain.port.SigningKeyGenerator;

/** The four ports of access tokens as one node has them: they belong to one ring of keys. */
public record TokenNode(
    SigningKeyGenerator generator,
    KeyRing ring,
    AccessTokenSigner signer,
    AccessTokenVerifier verifier) {}
