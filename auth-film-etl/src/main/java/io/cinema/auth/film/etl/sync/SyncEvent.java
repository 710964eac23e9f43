package io.cinema.auth.film.etl.sync;

import java.time.Duration;
import java.util.UUID;

/** What happens while the index follows the catalogue, for logs, metrics and whoever looks on. */
public sealed interface SyncEvent {

  /** Another process follows the catalogue; we take over when it is gone. */
  record StandingBy() implements SyncEvent {}

  /** We wait until those transactions are over that were open when we came. */
  record Unsettled() implements SyncEvent {}

  /**
   * A new index is being filled, or filled further.
   *
   * @param films how many there will be, roughly
   */
  record Filling(String index, long films) implements SyncEvent {}

  /** Documents were written, and others deleted. */
  record Wrote(String index, int films, int gone, Duration took) implements SyncEvent {}

  /** The index would not take a film. It is tried again from time to time, and when it changes. */
  record Refused(String index, UUID film, String reason) implements SyncEvent {}

  /** Searches see another index now. */
  record Published(String index) implements SyncEvent {}

  /**
   * The index holds what the catalogue held when the round began. Told with each round that ends
   * so.
   *
   * @param films how many documents it took since the last time, deleted ones among them; often
   *     none
   */
  record CaughtUp(String index, long films) implements SyncEvent {}

  /** One of the sides is away. */
  record Away(String reason, Duration retryIn) implements SyncEvent {}
}
