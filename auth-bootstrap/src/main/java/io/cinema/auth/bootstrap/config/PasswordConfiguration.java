package io.cinema.auth.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * Passwords: {@code AUTH_PASSWORD_…}. Accounts are rehashed at their next sign-in when the Argon2id
 * settings rise.
 *
 * @param minLength fewest code points of a new password
 * @param memoryKib Argon2id m, in KiB
 * @param iterations Argon2id t
 * @param parallelism Argon2id p
 * @param hashThreads hashes at a time; as many as cores when absent, in half of the heap
 */
@ConfigurationProperties("auth.password")
public record PasswordConfiguration(
    @Bindable(defaultValue = "8") int minLength,
    @Bindable(defaultValue = "19456") int memoryKib,
    @Bindable(defaultValue = "2") int iterations,
    @Bindable(defaultValue = "1") int parallelism,
    @Nullable Integer hashThreads) {}
