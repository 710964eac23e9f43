-- Revocations: the truth about access tokens that are dead before they expire, written in the same
-- transaction as what revokes them, and from here relayed to the fast copy.

CREATE TABLE auth.revocations (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id    uuid        NOT NULL,
    -- TOKEN: value is a jti. DEVICE: a session id. BELOW: the lowest version that still counts.
    kind       text        NOT NULL CHECK (kind IN ('TOKEN', 'DEVICE', 'BELOW')),
    value      text        NOT NULL,
    until      timestamptz NOT NULL,
    -- None while it waits to be relayed.
    relayed_at timestamptz
);

-- The queue. Small whatever the table's size: a row leaves it once it is relayed.
CREATE INDEX revocations_waiting ON auth.revocations (id) WHERE relayed_at IS NULL;

-- Whether one token is revoked, asked for each request while the fast copy is away.
CREATE INDEX revocations_by_user ON auth.revocations (user_id, kind, value);

-- What still matters, and what can be forgotten.
CREATE INDEX revocations_by_end ON auth.revocations (until);

GRANT SELECT, INSERT, UPDATE, DELETE ON auth.revocations TO "${runtimeRole}";
