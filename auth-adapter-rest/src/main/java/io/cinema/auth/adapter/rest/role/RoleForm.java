package io.cinema.auth.adapter.rest.role;

import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.problem.ProblemException;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleName;
import io.cinema.auth.domain.value.InvalidValueException;
import java.util.List;

/** A {@link RoleFormBody} that was found good. */
record RoleForm(RoleName name, PermissionSet permissions, String description) {

  /**
   * @throws ProblemException {@code invalid-request}
   */
  static RoleForm of(RoleFormBody body) {
    Fields fields = new Fields();
    Field<RoleName> name = fields.required("role_name", body.roleName(), RoleName::new);
    Field<PermissionSet> permissions =
        fields.required("permission_set", body.permissionSet(), RoleForm::permissions);
    Field<String> description =
        fields.required(
            "description", body.description() == null ? "" : body.description(), Role::describing);
    fields.check();
    return new RoleForm(name.value(), permissions.value(), description.value());
  }

  private static PermissionSet permissions(List<String> words) {
    PermissionSet parsed;
    try {
      parsed = PermissionSet.parse(words);
    } catch (InvalidValueException one) {
      throw new InvalidValueException("permission_set", one.rule(), "each " + one.sentence());
    }
    return Role.checked(parsed);
  }
}
