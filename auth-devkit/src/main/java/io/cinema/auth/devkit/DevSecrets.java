package io.cinema.auth.devkit;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The secrets of dev mode: made up once, then kept in {@code dev.secrets} beside the data. */
final class DevSecrets {

  static final String APP_PASSWORD = "AUTH_DATABASE_PASSWORD";
  static final String OWNER_PASSWORD = "AUTH_MIGRATION_PASSWORD";

  /** The service's secret at the demo network, in hexadecimal digits. */
  static final String DEMO_SECRET = "AUTH_OAUTH_DEMO_CLIENT_SECRET";

  /** No secret, but to be kept with them: where the demo network listens. */
  private static final String DEMO_PORT = "DEMO_PORT";

  /** 32 bytes in base64. */
  static final String MASTER_KEY = "AUTH_MASTER_KEY";

  private static final int BYTES = 32;

  private final Map<String, String> values;

  private DevSecrets(Map<String, String> values) {
    this.values = values;
  }

  static DevSecrets in(EnvFile file) {
    SecureRandom random = new SecureRandom();
    Map<String, String> values = file.read();
    for (String password : List.of(APP_PASSWORD, OWNER_PASSWORD, DEMO_SECRET)) {
      values.computeIfAbsent(password, it -> HexFormat.of().formatHex(bytes(random)));
    }
    values.computeIfAbsent(MASTER_KEY, it -> Base64.getEncoder().encodeToString(bytes(random)));
    // Another process may have it by now; people of the old address are strangers then.
    values.compute(
        DEMO_PORT,
        (it, last) ->
            last != null && Ports.isFree(Integer.parseInt(last))
                ? last
                : Integer.toString(Ports.pick()));
    file.write(values);
    return new DevSecrets(values);
  }

  String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no secret " + name);
    }
    return value;
  }

  int demoPort() {
    return Integer.parseInt(get(DEMO_PORT));
  }

  private static byte[] bytes(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }
}
