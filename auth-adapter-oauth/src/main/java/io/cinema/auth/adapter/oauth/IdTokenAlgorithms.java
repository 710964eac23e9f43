package io.cinema.auth.adapter.oauth;

import com.nimbusds.jose.JWSAlgorithm;
import io.cinema.auth.adapter.oauth.http.UnfitAnswerException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which algorithm ID tokens are to be signed with: one a provider, whatever a header says. */
final class IdTokenAlgorithms {
  /** Every provider must have the first (OpenID Connect Core section 15.1). */
  private static final List<JWSAlgorithm> TAKEN = List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  static final List<String> NAMES = TAKEN.stream().map(JWSAlgorithm::getName).toList();

  private IdTokenAlgorithms() {}

  /**
   * @param announced by the provider's metadata
   * @throws UnfitAnswerException when none is configured and the provider announces none that we
   *     take
   */
  static JWSAlgorithm expected(@Nullable String configured, @Nullable List<JWSAlgorithm> announced)
      throws UnfitAnswerException {
    if (configured != null) {
      return JWSAlgorithm.parse(configured);
    }
    List<JWSAlgorithm> offered = announced == null ? List.of() : announced;
    return TAKEN.stream()
        .filter(offered::contains)
        .findFirst()
        .orElseThrow(() -> new UnfitAnswerException("metadata without RS256 and ES256"));
  }
}
