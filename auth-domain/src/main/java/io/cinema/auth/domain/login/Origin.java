package io.cinema.auth.domain.login;

/**
 * Where a request came from.
 *
 * @param ip the peer's address in text form, IPv4 or IPv6
 */
public record Origin(String ip, UserAgent agent) {}
