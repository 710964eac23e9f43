-- Indexes for administrators on tables that are in use. CONCURRENTLY, so that sign-ups go on meanwhile:
-- hence outside of a transaction (see the .conf beside this file), and so written that it can be run
-- again from its start when it was cut off, for then it leaves an index behind that is not valid.

-- Any part of a login or an e-mail. The operator class is found wherever the extension is. Without
-- fastupdate: one sign-up in thousands would put the list in order that the others left, and the planner
-- shuns an index with a long one.
SELECT set_config('search_path', format('pg_catalog, %I', nspname), false)
FROM pg_extension
JOIN pg_namespace ON pg_namespace.oid = extnamespace
WHERE extname = 'pg_trgm';

DROP INDEX CONCURRENTLY IF EXISTS auth.users_by_part_of_login;
CREATE INDEX CONCURRENTLY users_by_part_of_login ON auth.users USING gin (login_canonical gin_trgm_ops) WITH (fastupdate = off);

DROP INDEX CONCURRENTLY IF EXISTS auth.users_by_part_of_email;
CREATE INDEX CONCURRENTLY users_by_part_of_email ON auth.users USING gin (email_canonical gin_trgm_ops) WITH (fastupdate = off);

-- The few superusers among all users.
DROP INDEX CONCURRENTLY IF EXISTS auth.superusers;
CREATE INDEX CONCURRENTLY superusers ON auth.user_service_info (user_id) WHERE is_superuser;
