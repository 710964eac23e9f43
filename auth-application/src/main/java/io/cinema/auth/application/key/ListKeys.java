package io.cinema.auth.application.key;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.token.SigningKey;
import java.util.List;

/** Lists the signing keys, oldest first; asks for {@code keys:read}. */
public interface ListKeys {

  /** What a key does now. */
  enum Use {
    /** Published, signs later. */
    NEXT,
    SIGNS,
    /** Signs no more; what it signed still counts. */
    RETIRED
  }

  record Listed(SigningKey key, Use use) {}

  List<Listed> list(Administrator by);
}
