package io.cinema.auth.bootstrap.config.setting;

import static io.cinema.auth.bootstrap.config.setting.Setting.Trait.SECRET;
import static io.cinema.auth.bootstrap.config.setting.Setting.setting;
import static io.cinema.auth.bootstrap.config.setting.Type.ADDRESS;
import static io.cinema.auth.bootstrap.config.setting.Type.COUNT;
import static io.cinema.auth.bootstrap.config.setting.Type.DURATION;
import static io.cinema.auth.bootstrap.config.setting.Type.PORT;
import static io.cinema.auth.bootstrap.config.setting.Type.TEXT;

import java.util.List;

/** Where films and their index are. */
final class FilmIndexSettings {
  private FilmIndexSettings() {}

  static final Section FILMS =
      new Section(
          "Films",
          List.of(
              setting(
                      "auth.films.opensearch.url",
                      ADDRESS,
                      "where OpenSearch is, as `https://host:9200`")
                  .or("needed by `auth-film-etl`"),
              setting("auth.films.opensearch.user", TEXT, "who we are there"),
              setting(
                      "auth.films.opensearch.password",
                      TEXT,
                      "the password of `AUTH_FILMS_OPENSEARCH_USER`")
                  .with(SECRET),
              setting("auth.films.index", TEXT, "the alias that searches use").or("movies"),
              setting("auth.films.cycle", DURATION, "within which a change is in the index")
                  .or("5s"),
              setting("auth.films.batch", COUNT, "films that are read and written at once")
                  .or("2000"),
              setting(
                  "auth.films.port",
                  PORT,
                  "where `auth-film-etl` tells `/prometheus`, `/health/liveness` and"
                      + " `/health/readiness`"),
              setting(
                      "auth.films.database.url",
                      ADDRESS,
                      "the database with the schema `content`, as"
                          + " `jdbc:postgresql://host:port/database`")
                  .or("the service's, with its roles and passwords"),
              setting(
                      "auth.films.database.user",
                      TEXT,
                      "the role that reads films and writes labels")
                  .or("needed with that"),
              setting(
                      "auth.films.database.password",
                      TEXT,
                      "the password of `AUTH_FILMS_DATABASE_USER`")
                  .or("needed with that")
                  .with(SECRET),
              setting(
                      "auth.films.migration.user",
                      TEXT,
                      "the role that owns the schema `content`; without it nothing is migrated")
                  .or("`AUTH_MIGRATION_USER`, in the service's database only"),
              setting(
                      "auth.films.migration.password",
                      TEXT,
                      "the password of `AUTH_FILMS_MIGRATION_USER`")
                  .or("goes with that user")
                  .with(SECRET)));
}
