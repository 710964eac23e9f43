package io.cinema.auth.application.social;

import io.cinema.auth.domain.secret.Secret;
import java.net.URI;
import java.time.Duration;

/**
 * A flow that was begun.
 *
 * @param authorizationUri where to send the person to
 * @param flowToken to be shown when they are back; binds the flow to who began it
 * @param life how long they may take
 */
public record BegunFlow(URI authorizationUri, Secret flowToken, Duration life) {}
