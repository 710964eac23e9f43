-- The login history: one partition per month (UTC), so that a month is forgotten by dropping a table.

-- Append-only for the service. No foreign key: a line about a user stands on its own, and outlives a
-- purged session.
CREATE TABLE auth.login_events (
    id         uuid        NOT NULL,
    -- None when the login that was tried belongs to nobody.
    user_id    uuid,
    at         timestamptz NOT NULL,
    result     text        NOT NULL,
    method     text        NOT NULL,
    provider   text,
    ip         text        NOT NULL,
    user_agent text        NOT NULL,
    new_agent  boolean     NOT NULL,
    session_id uuid,
    -- A key of a partitioned table must hold the partition key.
    PRIMARY KEY (at, id)
)
PARTITION BY RANGE (at);

-- One page of a user's history is one walk along this index, month by month.
CREATE INDEX login_events_by_user ON auth.login_events (user_id, at DESC, id DESC) WHERE user_id IS NOT NULL;

GRANT SELECT, INSERT ON auth.login_events TO "${runtimeRole}";

-- The agents a user ever signed in with, so that a new one is noticed also after the history is forgotten.
CREATE TABLE auth.known_agents (
    user_id      uuid        NOT NULL,
    -- SHA-256 of the agent, which may have 512 characters.
    agent_digest bytea       NOT NULL CHECK (octet_length(agent_digest) = 32),
    first_seen   timestamptz NOT NULL,
    PRIMARY KEY (user_id, agent_digest)
);

GRANT SELECT, INSERT ON auth.known_agents TO "${runtimeRole}";
