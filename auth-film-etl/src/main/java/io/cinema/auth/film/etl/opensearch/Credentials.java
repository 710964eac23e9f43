package io.cinema.auth.film.etl.opensearch;

import io.cinema.auth.domain.secret.Secret;

/** Who we are to OpenSearch, where it asks. */
public record Credentials(String user, Secret password) {}
