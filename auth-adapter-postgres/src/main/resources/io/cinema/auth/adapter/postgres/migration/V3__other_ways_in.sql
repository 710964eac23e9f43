-- Beside the password: identities at social networks, and the second factor.

CREATE TABLE auth.social_links (
    id        uuid        PRIMARY KEY,
    user_id   uuid        NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    provider  text        NOT NULL,
    issuer    text        NOT NULL,
    subject   text        NOT NULL,
    linked_at timestamptz NOT NULL,
    -- One identity opens one account. Never the e-mail: its owner can change or lose it.
    CONSTRAINT social_links_identity_taken UNIQUE (provider, issuer, subject)
);

CREATE INDEX social_links_by_user ON auth.social_links (user_id);

GRANT SELECT, INSERT, DELETE ON auth.social_links TO "${runtimeRole}";

CREATE TABLE auth.totp_enrolments (
    user_id       uuid        PRIMARY KEY REFERENCES auth.users (id) ON DELETE CASCADE,
    -- Encrypted under the service's master key: a stolen backup holds no second factor.
    sealed_secret bytea       NOT NULL,
    created_at    timestamptz NOT NULL,
    -- The factor is asked for from then on. None while the person has not shown a first code.
    confirmed_at  timestamptz,
    -- The time step of the last code that was accepted, so that none is accepted twice (RFC 6238 section 5.2).
    last_step     bigint      NOT NULL DEFAULT 0
);

GRANT SELECT, INSERT, UPDATE, DELETE ON auth.totp_enrolments TO "${runtimeRole}";
