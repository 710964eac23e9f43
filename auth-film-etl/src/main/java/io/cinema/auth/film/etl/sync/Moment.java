package io.cinema.auth.film.etl.sync;

import java.time.Instant;

/**
 * What a view of the catalogue sees, in the terms of PostgreSQL's snapshots ({@code
 * pg_current_snapshot()}).
 *
 * @param at a time before the view was taken, by the clock of the catalogue
 * @param oldestOpen all transactions with a lower number were over: the view sees them, or they
 *     were rolled back
 * @param nextToOpen no transaction with this number or a higher one had begun to write: whatever it
 *     changes is stamped later than {@link #at}
 */
public record Moment(Instant at, long oldestOpen, long nextToOpen) {}
