package io.cinema.auth.adapter.rest.access;

import io.cinema.auth.domain.access.Decision;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was decided.
 *
 * @param results in the order of the checks
 */
@Serdeable.Serializable
@Schema(name = "Verdicts")
record VerdictsBody(List<Verdict> results) {

  static VerdictsBody of(List<Decision> decisions) {
    return new VerdictsBody(decisions.stream().map(Verdict::of).toList());
  }

  /**
   * Whether it is allowed, and why.
   *
   * @param reason a stable word: {@code public}, {@code signed-in}, {@code permission-held}, {@code
   *     superuser}, {@code sign-in-needed}, {@code permission-missing}, {@code account-disabled}
   */
  @Serdeable.Serializable
  @Schema(name = "Verdict")
  record Verdict(boolean allowed, @Schema(example = "permission-held") String reason) {
    /** All there are: hundreds may be answered at once. */
    private static final Map<Decision, Verdict> BY_DECISION =
        new EnumMap<>(
            Arrays.stream(Decision.values())
                .collect(Collectors.toMap(Function.identity(), Verdict::made)));

    static Verdict of(Decision decision) {
      return Objects.requireNonNull(BY_DECISION.get(decision));
    }

    private static Verdict made(Decision decision) {
      return new Verdict(
          decision.allowed(), decision.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
