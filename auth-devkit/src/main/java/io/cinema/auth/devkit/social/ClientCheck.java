package io.cinema.auth.devkit.social;

import static io.cinema.auth.devkit.social.RefusedException.unless;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Base64;
import java.net.URLDecoder;

/** How an application proves at the token endpoint who it is: RFC 6749 section 2.3.1. */
enum ClientCheck {
  /** {@code client_id} and {@code client_secret} in the form. */
  FORM,
  /** In the form or as Basic credentials, but not both. */
  FORM_OR_BASIC,
  /** {@code client_id} in the form is enough, PKCE does the rest; a secret must be right. */
  ID_IS_ENOUGH;

  /**
   * @throws RefusedException {@code invalid_client}
   */
  void check(Request request, Registration client) {
    Parameters form = request.form();
    String basic = request.credentials("Basic");
    boolean known =
        switch (this) {
          case FORM -> basic.isEmpty() && shows(form, client);
          case FORM_OR_BASIC ->
              basic.isEmpty()
                  ? shows(form, client)
                  : form.find("client_secret") == null && shows(basic, client);
          case ID_IS_ENOUGH ->
              form.get("client_id").equals(client.clientId())
                  && (form.find("client_secret") == null || shows(form, client));
        };
    unless(known, "invalid_client", "unknown client_id or wrong client_secret");
  }

  private static boolean shows(Parameters form, Registration client) {
    return form.get("client_id").equals(client.clientId())
        && form.get("client_secret").equals(client.clientSecret());
  }

  private static boolean shows(String basic, Registration client) {
    String[] parts = new Base64(basic).decodeToString().split(":", -1);
    return parts.length == 2
        && URLDecoder.decode(parts[0], UTF_8).equals(client.clientId())
        && URLDecoder.decode(parts[1], UTF_8).equals(client.clientSecret());
  }
}
