-- Roles: named sets of permissions, and who holds them.

CREATE TABLE auth.roles (
    id             uuid   PRIMARY KEY,
    role_name      text   NOT NULL CONSTRAINT roles_name_taken UNIQUE,
    -- "resource:action" words. Always read and written whole, so a table of their own would only cost joins.
    permission_set text[] NOT NULL DEFAULT '{}',
    description    text   NOT NULL DEFAULT ''
);

GRANT SELECT, INSERT, UPDATE, DELETE ON auth.roles TO "${runtimeRole}";

-- The foreign keys decide the race between granting a role and deleting it: never an orphan.
CREATE TABLE auth.user_roles (
    user_id uuid NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    role_id uuid NOT NULL REFERENCES auth.roles (id) ON DELETE CASCADE,
    PRIMARY KEY (user_id, role_id)
);

-- Who holds this role: asked when it changes or goes.
CREATE INDEX user_roles_by_role ON auth.user_roles (role_id);

GRANT SELECT, INSERT, DELETE ON auth.user_roles TO "${runtimeRole}";
