-- Sessions: one row per signed-in device for its whole life. A refresh is one UPDATE of it.

CREATE TABLE auth.sessions (
    id            uuid        PRIMARY KEY,
    user_id       uuid        NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    -- Which refresh token is the current one. Tokens themselves are not stored.
    generation    integer     NOT NULL CHECK (generation > 0),
    auth_time     timestamptz NOT NULL,
    rotated_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    -- Hours and seconds only, never days: a day has 23 hours when the clocks change.
    idle_limit    interval    NOT NULL,
    amr           text[]      NOT NULL,
    -- Text as the server saw it: inet would refuse the zone of a link-local address (fe80::1%eth0).
    ip            text        NOT NULL,
    user_agent    text        NOT NULL,
    revoked_at    timestamptz,
    revoke_reason text,
    -- The day (UTC) on which it can no longer be refreshed, so that old sessions are found by an index.
    -- An index on rotated_at itself would make each refresh write to it; the day stays the same from one
    -- refresh to the next, nearly always.
    ends_on       date        NOT NULL GENERATED ALWAYS AS (
                                  LEAST(expires_at AT TIME ZONE 'UTC',
                                        rotated_at AT TIME ZONE 'UTC' + idle_limit)::date
                              ) STORED,

    CONSTRAINT sessions_revoked_for_a_reason CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL))
)
-- A refresh changes no indexed column, so with room on the page its new row version stays there and no
-- index is written (a HOT update). Do not index generation, rotated_at, ip or user_agent.
WITH (fillfactor = 70);

-- A user's devices, newest first.
CREATE INDEX sessions_by_user ON auth.sessions (user_id, auth_time DESC, id DESC);

-- What the purge looks for.
CREATE INDEX sessions_by_end ON auth.sessions (ends_on);
CREATE INDEX sessions_revoked ON auth.sessions (revoked_at) WHERE revoked_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON auth.sessions TO "${runtimeRole}";
