package io.cinema.auth.devkit.social;

import org.jspecify.annotations.Nullable;

/** What a provider tells of a person under a defect of profiles. */
final class SpoiltProfile {

  private static final String LONG_SUBJECT = "9".repeat(10_000);
  private static final String CONTROLS = "\0\r\n\u001b[31m";

  private SpoiltProfile() {}

  static FakePerson of(FakePerson person, @Nullable Defect defect) {
    return switch (defect) {
      case LONG_SUBJECT -> person.withSubject(LONG_SUBJECT);
      case EMAIL_THAT_IS_NONE -> person.withEmail("no e-mail @ all", true);
      case CONTROL_CHARACTERS_IN_NAMES ->
          person.withNames("ne" + CONTROLS + "o", "Tho" + CONTROLS + "mas", CONTROLS);
      case null, default -> person;
    };
  }
}
