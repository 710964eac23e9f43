package io.cinema.auth.bootstrap.config.setting;

import static io.cinema.auth.bootstrap.config.setting.Setting.Trait.REQUIRED;
import static io.cinema.auth.bootstrap.config.setting.Setting.Trait.SECRET;
import static io.cinema.auth.bootstrap.config.setting.Setting.setting;
import static io.cinema.auth.bootstrap.config.setting.Type.ADDRESS;
import static io.cinema.auth.bootstrap.config.setting.Type.COUNT;
import static io.cinema.auth.bootstrap.config.setting.Type.DURATION;
import static io.cinema.auth.bootstrap.config.setting.Type.LIST;
import static io.cinema.auth.bootstrap.config.setting.Type.PORT;
import static io.cinema.auth.bootstrap.config.setting.Type.TEXT;

import java.util.List;

/** Where the service is, what it works on, and what it keeps. */
final class ServiceSettings {
  private ServiceSettings() {}

  static final Section SERVICE =
      new Section(
          "The service",
          List.of(
              setting(
                      "auth.mode",
                      Type.oneOf("dev", "production"),
                      "`dev` lets `AUTH_ISSUER` be left out, and warns of secrets that production"
                          + " refuses")
                  .or("production"),
              setting("auth.port", PORT, "where the service listens").or("8080"),
              setting(
                      "auth.issuer",
                      ADDRESS,
                      "the address at which clients reach the service: `iss` of its tokens and the"
                          + " start of problem types; https in production, unless it is of this"
                          + " machine alone")
                  .or("needed; `http://localhost:<port>` in dev"),
              setting(
                      "auth.master-key",
                      TEXT,
                      "32 bytes in base64, as `openssl rand -base64 32` makes them; every other key"
                          + " is derived from them or sealed under them")
                  .with(REQUIRED)
                  .with(SECRET),
              setting(
                  "auth.proxy.trusted",
                  LIST,
                  "addresses or CIDR blocks of the proxies before the service; without it every"
                      + " request comes from the address of its connection"),
              setting(
                      "auth.proxy.header",
                      TEXT,
                      "the one header in which they say where a request comes from; or `Forwarded`"
                          + " (RFC 7239)")
                  .or("X-Forwarded-For"),
              setting(
                      "auth.metrics.password",
                      TEXT,
                      "the password of `/prometheus`, see [monitoring.md](monitoring.md); without it"
                          + " there is no such page, but in dev")
                  .with(SECRET),
              setting(
                  "auth.tracing.endpoint",
                  ADDRESS,
                  "where traces go: a collector that takes OTLP over HTTP, e.g."
                      + " `http://collector:4318`, see [monitoring.md](monitoring.md#traces)"),
              setting(
                      "auth.shutdown.delay",
                      DURATION,
                      "how long the service still takes requests after SIGTERM, while"
                          + " `/health/readiness` says no: longer than the balancer before it takes"
                          + " to notice")
                  .or("0s"),
              setting(
                      "auth.shutdown.limit",
                      DURATION,
                      "how long requests under way are waited for after that")
                  .or("20s")));

  static final Section BACKENDS =
      new Section(
          "Postgres and Redis",
          List.of(
              setting(
                      "auth.database.url",
                      ADDRESS,
                      "where Postgres is, as `jdbc:postgresql://host:port/database`")
                  .with(REQUIRED),
              setting(
                      "auth.database.user",
                      TEXT,
                      "the role the service runs as; it needs no right to change the schema")
                  .with(REQUIRED),
              setting("auth.database.password", TEXT, "the password of `AUTH_DATABASE_USER`")
                  .with(REQUIRED)
                  .with(SECRET),
              setting("auth.database.pool-size", COUNT, "most connections of this node").or("16"),
              setting(
                  "auth.migration.user",
                  TEXT,
                  "the role that owns the schema; without it the service does not migrate at its"
                      + " start"),
              setting("auth.migration.password", TEXT, "the password of `AUTH_MIGRATION_USER`")
                  .with(SECRET),
              setting(
                      "auth.redis.uri",
                      ADDRESS,
                      "where Redis is, as `redis://host:port`, or its Sentinels or cluster; it must not"
                          + " evict: `maxmemory-policy noeviction`")
                  .with(REQUIRED)
                  .with(SECRET),
              setting("auth.redis.sentinel-password", TEXT, "what Sentinels ask for, where they do")
                  .with(SECRET)));

  static final Section KEPT =
      new Section(
          "Signing keys and the history",
          List.of(
              setting("auth.key.period", DURATION, "how long a signing key signs").or("30d"),
              setting(
                      "auth.key.notice",
                      DURATION,
                      "how long it is published before, two minutes at least")
                  .or("1d"),
              setting(
                      "auth.history.months",
                      COUNT,
                      "how many months the login history reaches back")
                  .or("12")));
}
