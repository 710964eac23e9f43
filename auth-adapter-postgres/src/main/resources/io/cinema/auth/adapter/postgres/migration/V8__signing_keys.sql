-- The keys that sign access tokens.

CREATE TABLE auth.signing_keys (
    -- "kid" in the header of a token.
    id                 text        PRIMARY KEY,
    -- Of nodes that make the next key at once, one wins.
    generation         integer     NOT NULL CONSTRAINT signing_keys_generation_taken UNIQUE CHECK (generation > 0),
    created_at         timestamptz NOT NULL,
    active_from        timestamptz NOT NULL,
    -- Text, not jsonb: it is served as it was made.
    public_jwk         text        NOT NULL,
    -- Encrypted under the service's master key: no use without it.
    sealed_private_jwk bytea       NOT NULL
);

GRANT SELECT, INSERT, DELETE ON auth.signing_keys TO "${runtimeRole}";
