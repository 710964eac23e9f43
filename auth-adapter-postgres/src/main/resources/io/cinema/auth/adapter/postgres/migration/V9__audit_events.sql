-- The audit trail: who did what to whom as an administrator, and what came of it.

-- Append-only for the service. No foreign keys: a line outlives whom and what it tells of.
CREATE TABLE auth.audit_events (
    id          uuid        PRIMARY KEY,
    at          timestamptz NOT NULL,
    actor_kind  text        NOT NULL,
    -- Of a PERSON. The address is text as the server saw it, see sessions.
    actor_id    uuid,
    ip          text,
    user_agent  text,
    -- Of a CONSOLE: the name the operating system knows them by.
    operator    text,
    -- "thing.done". Not checked against a list: a newer release has more.
    action      text        NOT NULL,
    target_kind text,
    target_id   text,
    outcome     text        NOT NULL,
    reason      text,
    detail      jsonb       NOT NULL DEFAULT '{}',

    CONSTRAINT audit_events_actor CHECK (
        CASE actor_kind
            WHEN 'PERSON' THEN num_nulls(actor_id, ip, user_agent) = 0 AND operator IS NULL
            WHEN 'CONSOLE' THEN num_nonnulls(actor_id, ip, user_agent) = 0 AND operator IS NOT NULL
            ELSE false
        END),
    CONSTRAINT audit_events_target CHECK ((target_kind IS NULL) = (target_id IS NULL)),
    CONSTRAINT audit_events_outcome CHECK (outcome IN ('DONE', 'REFUSED')),
    CONSTRAINT audit_events_detail CHECK (jsonb_typeof(detail) = 'object')
);

-- One page is one walk along one of these, whatever is asked for.
CREATE INDEX audit_events_by_time ON auth.audit_events (at DESC, id DESC);
CREATE INDEX audit_events_by_actor ON auth.audit_events (actor_id, at DESC, id DESC) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_events_by_target ON auth.audit_events (target_id, at DESC, id DESC) WHERE target_id IS NOT NULL;
CREATE INDEX audit_events_by_action ON auth.audit_events (action, at DESC, id DESC);
-- Few among many that were done; those are found by time.
CREATE INDEX audit_events_refused ON auth.audit_events (at DESC, id DESC) WHERE outcome = 'REFUSED';

GRANT SELECT, INSERT ON auth.audit_events TO "${runtimeRole}";
