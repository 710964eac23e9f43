package io.cinema.auth.bootstrap.config.setting;

import io.cinema.auth.domain.diagnosis.Finding;
import io.cinema.auth.domain.diagnosis.Finding.Verdict;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to say of settings. Never what they are set to: some are secret, and those who
 * would read them later may repeat what they can't read.
 */
public final class Findings {
  private static final String SUBJECT = "settings";

  private final List<Finding> all = new ArrayList<>();

  /** It can't work so. */
  public void wrong(String observed, String remedy) {
    all.add(Finding.wrong(SUBJECT, observed, remedy));
  }

  /** It works so, and had better not. */
  public void doubtful(String observed, String remedy) {
    all.add(Finding.doubtful(SUBJECT, observed, remedy));
  }

  public void addAll(Collection<Finding> more) {
    all.addAll(more);
  }

  /** Whether it can't work so. */
  public boolean areWrong() {
    return all.stream().anyMatch(finding -> finding.verdict() == Verdict.WRONG);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public List<Finding> list() {
    return List.copyOf(all);
  }

  /**
   * Stands against a start where anything is wrong.
   *
   * @throws ConfigurationException for the first that is, with what to do
   */
  public void require() {
    all.stream()
        .filter(finding -> finding.verdict() == Verdict.WRONG)
        .findFirst()
        .ifPresent(
            wrong -> {
              throw new ConfigurationException(sentence(wrong));
            });
  }

  /** What had better be otherwise, each as a sentence. */
  public Stream<String> warnings() {
    return all.stream()
        .filter(finding -> finding.verdict() == Verdict.DOUBTFUL)
        .map(Findings::sentence);
  }

  private static String sentence(Finding finding) {
    return finding.observed() + ": " + finding.remedy();
  }
}
