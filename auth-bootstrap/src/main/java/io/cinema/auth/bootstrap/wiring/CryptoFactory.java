package io.cinema.auth.bootstrap.wiring;

import com.nimbusds.jose.jwk.JWKSet;
import io.cinema.auth.adapter.crypto.id.UuidV7Ids;
import io.cinema.auth.adapter.crypto.password.Argon2PasswordHasher;
import io.cinema.auth.adapter.crypto.password.Argon2Settings;
import io.cinema.auth.adapter.crypto.password.HashingPoolSettings;
import io.cinema.auth.adapter.crypto.password.ResourceCommonPasswords;
import io.cinema.auth.adapter.crypto.secret.MasterKey;
import io.cinema.auth.adapter.crypto.secret.SecureRandomEntropy;
import io.cinema.auth.adapter.crypto.token.HmacRefreshTokenSigner;
import io.cinema.auth.adapter.crypto.token.JoseAccessTokenSigner;
import io.cinema.auth.adapter.crypto.token.JoseAccessTokenVerifier;
import io.cinema.auth.adapter.crypto.token.JoseKeyRing;
import io.cinema.auth.adapter.crypto.token.JoseSigningKeyGenerator;
import io.cinema.auth.adapter.crypto.token.VerifierSettings;
import io.cinema.auth.bootstrap.config.NamedSettings;
import io.cinema.auth.bootstrap.config.PasswordConfiguration;
import io.cinema.auth.bootstrap.config.ServiceConfiguration;
import io.cinema.auth.domain.port.AccessTokenSigner;
import io.cinema.auth.domain.port.AccessTokenVerifier;
import io.cinema.auth.domain.port.CommonPasswords;
import io.cinema.auth.domain.port.Entropy;
import io.cinema.auth.domain.port.Ids;
import io.cinema.auth.domain.port.RefreshTokenSigner;
import io.cinema.auth.domain.port.SigningKeyGenerator;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.endpoints.JwkProvider;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Puts auth-adapter-crypto behind its ports. */
@Factory
final class CryptoFactory {

  @Singleton
  MasterKey masterKey(ServiceConfiguration service) {
    return MasterKey.ofBase64(service.masterKey());
  }

  @Singleton
  @Bean(preDestroy = "close")
  Argon2PasswordHasher passwordHasher(PasswordConfiguration password) {
    return NamedSettings.made(
        "AUTH_PASSWORD_MEMORY_KIB, _ITERATIONS, _PARALLELISM, _HASH_THREADS",
        () -> {
          Argon2Settings argon2 =
              new Argon2Settings(
                  password.memoryKib(), password.iterations(), password.parallelism());
          HashingPoolSettings pool = pool(argon2, password.hashThreads());
          pool.requireRoom(argon2);
          return new Argon2PasswordHasher(argon2, pool);
        });
  }

  private static HashingPoolSettings pool(Argon2Settings argon2, @Nullable Integer threads) {
    HashingPoolSettings machine = HashingPoolSettings.ofThisMachine(argon2);
    return threads == null ? machine : new HashingPoolSettings(threads, machine.longestWait());
  }

  @Singleton
  CommonPasswords commonPasswords() {
    return new ResourceCommonPasswords();
  }

  @Singleton
  Ids ids(InstantSource clock) {
    return new UuidV7Ids(clock);
  }

  @Singleton
  Entropy entropy() {
    return new SecureRandomEntropy();
  }

  @Singleton
  RefreshTokenSigner refreshTokenSigner(MasterKey masterKey) {
    return new HmacRefreshTokenSigner(masterKey);
  }

  @Singleton
  JoseKeyRing keyRing(MasterKey masterKey, InstantSource clock) {
    return new JoseKeyRing(masterKey, clock);
  }

  @Singleton
  SigningKeyGenerator signingKeyGenerator(MasterKey masterKey) {
    return new JoseSigningKeyGenerator(masterKey);
  }

  @Singleton
  AccessTokenSigner accessTokenSigner(JoseKeyRing ring) {
    return new JoseAccessTokenSigner(ring);
  }

  @Singleton
  AccessTokenVerifier accessTokenVerifier(JoseKeyRing ring, InstantSource clock) {
    return new JoseAccessTokenVerifier(ring, clock, VerifierSettings.DEFAULT);
  }

  /** Shows our public keys through Micronaut Security's key endpoint. */
  @Singleton
  JwkProvider publishedKeys(JoseKeyRing ring) {
    return () -> {
      try {
        return JWKSet.parse(ring.jwks()).getKeys();
      } catch (ParseException notOurs) {
        throw new IllegalStateException("the key ring shows no key set", notOurs);
      }
    };
  }
}
