package io.cinema.auth.domain.social;

import io.cinema.auth.domain.account.UserId;
import java.time.Instant;
import java.util.UUID;

/** An identity at a social network that may sign in to an account. */
public record SocialLink(UUID id, UserId user, SocialIdentity identity, Instant linkedAt) {}
