package io.cinema.auth.adapter.rest.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cinema.auth.domain.account.User;
import io.cinema.auth.domain.role.RoleName;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner and administrators see it.
 *
 * @param disabledAt only administrators see it, and only of an account that is disabled: it gets no
 *     tokens
 * @param roles the names of the roles that were granted
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "User")
public record UserBody(
    @Schema(format = "uuid", example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e") String id,
    @Schema(example = "neo") String login,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "neo@example.com")
        @Nullable String email,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Thomas")
        @Nullable String firstName,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Anderson")
        @Nullable String lastName,
    Instant createdAt,
    @Nullable Instant lastLogin,
    List<String> roles,
    boolean isSuperuser,
    boolean totpEnabled,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Only for administrators, and only of a disabled account")
        @Nullable Instant disabledAt) {

  public static UserBody of(User user) {
    return new UserBody(
        user.id().toString(),
        user.login().shown(),
        user.email() == null ? null : user.email().shown(),
        user.name().first(),
        user.name().last(),
        user.activity().createdAt(),
        user.activity().lastLogin(),
        user.state().roles().stream().map(RoleName::value).sorted().toList(),
        user.state().superuser(),
        user.state().totpEnabled(),
        user.state().disabledAt());
  }
}
