package io.cinema.auth.domain.role;

/** A named set of permissions that administrators grant to users. */
public record Role(RoleId id, RoleName name, PermissionSet permissions, String description) {}
