package io.cinema.auth.domain.social;

import io.cinema.auth.domain.account.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * An identity at a social network that may sign in to an account. The identity is (provider,
 * issuer, subject), never the e-mail, which its owner can change or lose.
 *
 * @param issuer who vouches for the subject, e.g. {@code https://accounts.google.com}
 * @param subject the network's own id of the person
 */
public record SocialLink(
    UUID id, UserId user, ProviderName provider, String issuer, String subject, Instant linkedAt) {}
