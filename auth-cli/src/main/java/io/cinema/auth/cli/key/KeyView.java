package io.cinema.auth.cli.key;

import io.cinema.auth.application.key.ListKeys;
import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Table;
import io.cinema.auth.domain.token.SigningKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a signing key is shown: nothing of its private half. */
final class KeyView {
  private KeyView() {}

  static Document document(SigningKey key) {
    return new Document()
        .with("kid", key.id())
        .with("generation", key.generation())
        .with("created_at", key.createdAt())
        .with("active_from", key.activeFrom());
  }

  static Map<String, @Nullable Object> document(ListKeys.Listed listed) {
    return document(listed.key()).with("use", word(listed.use())).fields();
  }

  static Table table(List<ListKeys.Listed> keys) {
    Table table = new Table("KID", "GENERATION", "USE", "CREATED", "SIGNS FROM");
    for (ListKeys.Listed listed : keys) {
      SigningKey key = listed.key();
      Table _ =
          table.row(
              key.id(), key.generation(), word(listed.use()), key.createdAt(), key.activeFrom());
    }
    return table;
  }

  private static String word(ListKeys.Use use) {
    return use.name().toLowerCase(Locale.ROOT);
  }
}
