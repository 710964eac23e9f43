package io.cinema.auth.domain.access;

import io.cinema.auth.domain.role.Permission;
import io.cinema.auth.domain.value.InvalidValueException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says on a film who may watch it: everybody, whoever is signed in, or whoever holds {@link
 * #permission()}. A lower-case word of up to 64 letters, digits, dashes and underscores.
 */
public record ContentLabel(String value) {
  private static final String FILMS = "films";
  private static final String WATCH = "watch:";

  /** Held by whoever may do anything to films. */
  static final Permission ANY_FILM = new Permission(FILMS, "*");

  // Before the labels below, which it checks.
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

  /** Everybody may watch. */
  public static final ContentLabel PUBLIC = new ContentLabel("public");

  /** Whoever is signed in may watch. */
  public static final ContentLabel REGISTERED = new ContentLabel("registered");

  /** Subscribers may watch. A label like any other, named because every cinema has it. */
  public static final ContentLabel SUBSCRIPTION = new ContentLabel("subscription");

  /**
   * @throws InvalidValueException for field {@code label}: {@code bad_label}
   */
  public ContentLabel {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidValueException(
          "label",
          "bad_label",
          "must be a lower-case word of letters, digits, dashes and underscores");
    }
  }

  /** What one must hold to watch what carries the label: {@code films:watch:<label>}. */
  public Permission permission() {
    return new Permission(FILMS, WATCH + value);
  }

  /**
   * The one label that the permission lets somebody watch; empty when there is none, or no single
   * one.
   */
  static Optional<ContentLabel> watchedBy(Permission permission) {
    if (!permission.action().startsWith(WATCH)) {
      return Optional.empty();
    }
    String word = permission.action().substring(WATCH.length());
    return SHAPE.matcher(word).matches()
        ? Optional.of(new ContentLabel(word)).filter(label -> permission.covers(label.permission()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
