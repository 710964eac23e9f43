-- Who may watch a film. Safe on a table of millions that is in use:
--
-- * A default that is a constant is kept in the system catalogue; no row is written or read for it.
-- * NOT VALID checks what is written from now on, without looking at what is there; V3 does that.
-- * ALTER TABLE needs the table for itself, for a millisecond. While it waits for somebody's transaction to
--   end, all others wait behind it: so it gives up after lock_timeout, lets them pass, and is run again.
--   That must be longer than deadlock_timeout (1 s), after which an autovacuum makes way.
-- * One statement, so that the table is taken once.

SET LOCAL lock_timeout = '${lockTimeout}';

ALTER TABLE content.film_work
    ADD COLUMN IF NOT EXISTS access_label text NOT NULL DEFAULT 'public',
    ADD COLUMN IF NOT EXISTS min_age smallint,
    -- The shape of ContentLabel.
    ADD CONSTRAINT film_work_access_label_is_a_word CHECK (access_label ~ '^[a-z][a-z0-9_-]{0,63}$') NOT VALID,
    ADD CONSTRAINT film_work_min_age_is_in_years CHECK (min_age BETWEEN 0 AND 21) NOT VALID;
