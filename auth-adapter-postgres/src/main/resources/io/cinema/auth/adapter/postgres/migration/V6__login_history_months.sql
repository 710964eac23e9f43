-- Making and dropping months of the login history. The service may call these functions; they run as
-- their owner, for it has no DDL itself. Their search_path is pinned, so that nobody can slip in an
-- operator or function of their own.
--
-- There is no default partition: the months could not be read in order past one, a month whose rows
-- already lie in it could not be attached, and attaching any other would scan it under an exclusive
-- lock. An event of a month that is not prepared fails to insert, and the service then prepares its
-- month and inserts it again.
--
-- lock_timeout: the lock that a drop needs makes every sign-in queue behind it. Better to fail and be
-- called again than to wait behind a long reader.

-- Idempotent, also when two nodes call it at once: the second waits, and finds the months made.
CREATE FUNCTION auth.prepare_login_events(first date, last date) RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET lock_timeout = '2s'
AS $$
DECLARE
    month     date;
    partition text;
BEGIN
    IF first < now() - interval '30 years' OR last > now() + interval '30 years' THEN
        RAISE EXCEPTION 'no month of a login history';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('auth.login_events', 0));
    FOR month IN
        SELECT generate_series(date_trunc('month', first::timestamp), last::timestamp, interval '1 month')::date
    LOOP
        partition := format('login_events_%s', to_char(month, 'YYYY_MM'));
        CONTINUE WHEN to_regclass(format('auth.%I', partition)) IS NOT NULL;

        -- Made apart and then attached: sign-ins go on meanwhile, which PARTITION OF would not let them.
        EXECUTE format('CREATE TABLE auth.%I (LIKE auth.login_events INCLUDING ALL)', partition);
        EXECUTE format('ALTER TABLE auth.login_events ATTACH PARTITION auth.%I FOR VALUES FROM (%L) TO (%L)',
                       partition,
                       month::timestamp AT TIME ZONE 'UTC',
                       (month + interval '1 month') AT TIME ZONE 'UTC');
    END LOOP;
END
$$;

-- Drops the months before that of the given day, and never this month or the last: who takes over the
-- service, or a node whose clock is years ahead, can't make the recent history go away.
CREATE FUNCTION auth.forget_login_events(before date) RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET lock_timeout = '2s'
AS $$
DECLARE
    partition text;
    oldest    date := least(before, (date_trunc('month', now() AT TIME ZONE 'UTC') - interval '1 month')::date);
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('auth.login_events', 0));
    FOR partition IN
        SELECT c.relname
        FROM pg_inherits AS i
        JOIN pg_class AS c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'auth.login_events'::regclass
          AND c.relname < format('login_events_%s', to_char(oldest, 'YYYY_MM'))
        ORDER BY c.relname
    LOOP
        EXECUTE format('DROP TABLE auth.%I', partition);
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION auth.prepare_login_events(date, date) FROM PUBLIC;
REVOKE ALL ON FUNCTION auth.forget_login_events(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.prepare_login_events(date, date) TO "${runtimeRole}";
GRANT EXECUTE ON FUNCTION auth.forget_login_events(date) TO "${runtimeRole}";
