package io.cinema.auth.devkit.social;

/** What a provider answers at one of its endpoints. */
@FunctionalInterface
interface Route {

  /**
   * @throws RefusedException for a request that makes no sense
   */
  Answer answer(Request request);
}
