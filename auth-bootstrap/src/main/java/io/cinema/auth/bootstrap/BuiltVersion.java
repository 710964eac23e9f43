package io.cinema.auth.bootstrap;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that was built, from the manifest of our jar. */
final class BuiltVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"auth-film-etl " + number()};
  }

  static String number() {
    return Objects.requireNonNullElse(
        BuiltVersion.class.getPackage().getImplementationVersion(), "(not packaged)");
  }
}
