package io.cinema.auth.cli.role;

import io.cinema.auth.cli.output.Document;
import io.cinema.auth.cli.output.Sheet;
import io.cinema.auth.cli.output.Table;
import io.cinema.auth.domain.role.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a role is shown. */
final class RoleView {
  private RoleView() {}

  /** As the HTTP API spells it. */
  static Map<String, @Nullable Object> document(Role role) {
    return new Document()
        .with("id", role.id())
        .with("role_name", role.name())
        .with("permission_set", role.permissions().words())
        .with("description", role.description())
        .fields();
  }

  static Table table(List<Role> roles) {
    Table table = new Table("NAME", "ID", "PERMISSIONS", "DESCRIPTION");
    for (Role role : roles) {
      Table _ = table.row(role.name(), role.id(), role.permissions().words(), role.description());
    }
    return table;
  }

  static Sheet sheet(Role role) {
    return new Sheet()
        .line("Name", role.name())
        .line("Id", role.id())
        .line("Description", role.description())
        .line("Permissions", role.permissions().words());
  }
}
