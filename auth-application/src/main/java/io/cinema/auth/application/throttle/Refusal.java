package io.cinema.auth.application.throttle;

import java.time.Duration;

/**
 * A guess that is not heard.
 *
 * @param retryAfter when one will be
 * @param first whether it is the first to be refused for this lock
 */
public record Refusal(Duration retryAfter, boolean first) {}
