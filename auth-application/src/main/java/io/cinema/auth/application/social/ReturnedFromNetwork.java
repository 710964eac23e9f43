package io.cinema.auth.application.social;

import io.cinema.auth.domain.secret.Secret;
import io.cinema.auth.domain.social.ProviderName;
import io.cinema.auth.domain.social.Returned;
import org.jspecify.annotations.Nullable;

/**
 * What somebody shows who comes back from a social network.
 *
 * @param state as it came back; any text
 * @param flowToken that the flow was begun with; any text
 * @param returned null when the network sent an error back: the person said no, mostly
 */
public record ReturnedFromNetwork(
    ProviderName provider, Secret state, Secret flowToken, @Nullable Returned returned) {}
