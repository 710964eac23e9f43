-- Accounts: who a person is (users), and what the service knows about the account (user_service_info).
--
-- ${runtimeRole} is the role the service runs as. Every table grants it what the service does there,
-- and no more: no TRUNCATE, no DDL, no DELETE where nothing is ever deleted.

GRANT USAGE ON SCHEMA auth TO "${runtimeRole}";

-- Personal data and nothing else.
CREATE TABLE auth.users (
    id              uuid PRIMARY KEY,
    login           text NOT NULL,
    -- Uniqueness is by the form in which all spellings of a name are equal. The service folds it: the
    -- rules (NFKC, IDNA) are its own, and must not change with the collation of a database.
    login_canonical text NOT NULL CONSTRAINT users_login_taken UNIQUE,
    -- None for an account made through a social network that gave none.
    email           text,
    email_canonical text CONSTRAINT users_email_taken UNIQUE,
    -- None for an account that has no password. A PHC string, so that it names its own settings.
    password_hash   text,
    first_name      text,
    last_name       text,

    CONSTRAINT users_email_has_canonical_form CHECK ((email IS NULL) = (email_canonical IS NULL))
);

GRANT SELECT, INSERT, UPDATE ON auth.users TO "${runtimeRole}";

-- One row per user. Apart from users so that every sign-in rewrites a small row without personal data.
CREATE TABLE auth.user_service_info (
    -- Nothing refers to it, so it needs no order; uuidv7() would need PostgreSQL 18.
    id             uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id        uuid        NOT NULL UNIQUE REFERENCES auth.users (id) ON DELETE CASCADE,
    is_superuser   boolean     NOT NULL DEFAULT false,
    -- The agent of the last sign-in.
    user_agent     text,
    -- Patterns of the agents that may sign in. Empty allows any.
    allowed_agents text[]      NOT NULL DEFAULT '{}',
    last_login     timestamptz,
    created_at     timestamptz NOT NULL,
    disabled_at    timestamptz,
    -- Access tokens with a lower "ver" are dead. Only ever rises.
    token_version  bigint      NOT NULL DEFAULT 1 CHECK (token_version > 0)
)
-- Room on each page for the next version of a row: a sign-in then touches no index.
WITH (fillfactor = 85);

GRANT SELECT, INSERT, UPDATE ON auth.user_service_info TO "${runtimeRole}";
