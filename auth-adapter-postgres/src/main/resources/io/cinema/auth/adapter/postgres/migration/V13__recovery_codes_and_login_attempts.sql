-- The rest of the second factor, and what slows down those who guess.

-- The codes that are not used up: to use one is to delete it.
CREATE TABLE auth.recovery_codes (
    user_id   uuid  NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    -- Depends on the code and on whose it is. The code itself is kept nowhere.
    code_hash bytea NOT NULL CHECK (octet_length(code_hash) = 32),
    PRIMARY KEY (user_id, code_hash)
);

GRANT SELECT, INSERT, DELETE ON auth.recovery_codes TO "${runtimeRole}";

-- How many wrong guesses were made, by what was guessed and at whose expense: an account, a name that
-- nobody has, an address. No foreign key: most of them are no account.
CREATE TABLE auth.login_attempts (
    kind          text        NOT NULL,
    -- SHA-256, for a name that nobody has may be a password in the wrong field.
    subject       bytea       NOT NULL CHECK (octet_length(subject) = 32),
    failures      integer     NOT NULL DEFAULT 0 CHECK (failures >= 0),
    since         timestamptz,
    locked_until  timestamptz,
    refusal_noted boolean     NOT NULL DEFAULT false,
    -- A row that was made to be locked, and never written to, is forgotten with the next purge.
    last_write    timestamptz NOT NULL DEFAULT '-infinity',
    -- The hour (UTC) of it, so that old rows are found by an index. An index on last_write itself would
    -- make each guess write to it; the hour stays the same from one guess to the next, nearly always.
    last_hour     timestamp   NOT NULL GENERATED ALWAYS AS (
                                  date_trunc('hour', last_write AT TIME ZONE 'UTC')
                              ) STORED,
    PRIMARY KEY (kind, subject)
)
-- Each guess makes two new versions of a row: to lock it, and to count. With room on the page they stay
-- there, and no index is written (HOT updates). Do not index any of the other columns.
WITH (fillfactor = 70);

-- What the purge looks for.
CREATE INDEX login_attempts_by_hour ON auth.login_attempts (last_hour);

GRANT SELECT, INSERT, UPDATE, DELETE ON auth.login_attempts TO "${runtimeRole}";
