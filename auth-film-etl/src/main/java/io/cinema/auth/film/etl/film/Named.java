package io.cinema.auth.film.etl.film;

import java.util.UUID;

/** A genre or a person: what the catalogue knows them by, and their name. */
public record Named(UUID id, String name) {}
