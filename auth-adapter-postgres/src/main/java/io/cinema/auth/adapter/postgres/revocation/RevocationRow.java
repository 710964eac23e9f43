package io.cinema.auth.adapter.postgres.revocation;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.session.Revocation;
import io.cinema.auth.domain.session.SessionId;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code auth.revocations}; {@code id} is null until the database gave one. */
@MappedEntity(value = "revocations", schema = "auth")
record RevocationRow(
    @Id @GeneratedValue(GeneratedValue.Type.IDENTITY) @Nullable Long id,
    UUID userId,
    Kind kind,
    String value,
    Instant until) {

  enum Kind {
    TOKEN,
    DEVICE,
    BELOW
  }

  static RevocationRow of(Revocation revocation) {
    return switch (revocation.subject()) {
      case Revocation.Token(String jti) -> of(revocation, Kind.TOKEN, jti);
      case Revocation.Device(SessionId session) -> of(revocation, Kind.DEVICE, session.toString());
      case Revocation.Below(long version) -> of(revocation, Kind.BELOW, Long.toString(version));
    };
  }

  private static RevocationRow of(Revocation revocation, Kind kind, String value) {
    return new RevocationRow(null, revocation.user().value(), kind, value, revocation.until());
  }

  Revocation revocation() {
    return new Revocation(new UserId(userId), subject(), until);
  }

  private Revocation.Subject subject() {
    return switch (kind) {
      case TOKEN -> new Revocation.Token(value);
      case DEVICE -> new Revocation.Device(new SessionId(UUID.fromString(value)));
      case BELOW -> new Revocation.Below(Long.parseLong(value));
    };
  }
}
