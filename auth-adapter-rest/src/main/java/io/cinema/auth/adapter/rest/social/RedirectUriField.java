package io.cinema.auth.adapter.rest.social;

import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.json.OpaqueText;
import io.cinema.auth.domain.value.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the property {@code redirect_uri}. Which ones are allowed is for the use case to say. */
final class RedirectUriField {
  private static final String NAME = "redirect_uri";
  private static final int LONGEST = 2_000;

  private RedirectUriField() {}

  static Field<URI> read(Fields fields, @Nullable String raw) {
    return fields.optional(raw, RedirectUriField::uri);
  }

  /** What there is to say of one that is not on the list. */
  static InvalidValueException notAllowed() {
    return new InvalidValueException(
        NAME, "not_allowed", "must be one that the service is configured with");
  }

  private static URI uri(String raw) {
    try {
      URI uri = new URI(OpaqueText.checked(NAME, raw, LONGEST));
      if (uri.isAbsolute()) {
        return uri;
      }
    } catch (URISyntaxException notOne) {
      // Told below, without what the exception says: it repeats the value.
    }
    throw new InvalidValueException(NAME, "bad_uri", "must be an absolute URI");
  }
}
