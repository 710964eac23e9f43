package io.cinema.auth.domain.access;

import java.util.Set;

/** The labels that somebody may watch, all at once: what a search is to be narrowed down to. */
public sealed interface Watchable {

  /** Whether what carries the label is among it. */
  boolean includes(ContentLabel label);

  /** Whatever the label. */
  record Everything() implements Watchable {
    @Override
    public boolean includes(ContentLabel label) {
      return true;
    }
  }

  /** What carries one of these labels. Never empty: what is public is for everybody. */
  record Labelled(Set<ContentLabel> labels) implements Watchable {
    public Labelled {
      labels = Set.copyOf(labels);
    }

    @Override
    public boolean includes(ContentLabel label) {
      return labels.contains(label);
    }
  }
}
