-- For finding accounts by a part of a name. Trusted since PostgreSQL 13: who may make the schema auth
-- in this database may make this too. Where that is not so, a superuser makes it beforehand.
--
-- In public, where everybody else of this database looks for it; Flyway's search_path would put it into
-- auth, which others may not use. Where it is already, there it stays.
DO $$
BEGIN
    EXECUTE format('CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA %I',
                   CASE WHEN to_regnamespace('public') IS NULL THEN 'auth' ELSE 'public' END);
END
$$;
