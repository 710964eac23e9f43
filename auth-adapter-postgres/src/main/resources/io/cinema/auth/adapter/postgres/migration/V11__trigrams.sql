-- For finding accounts by a part of a name. Trusted since PostgreSQL 13: who may make the schema auth
-- in this database may make this too. Where that is not so, a superuser makes it beforehand.
--
-- In public, where everybody else of this database looks for it; Flyway's search_path would put it into
-- auth, which others may not use. Where it is already, there it stays.
DO $$
DECLARE
    home text;
BEGIN
    EXECUTE format('CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA %I',
                   (SELECT nspname FROM pg_namespace
                    WHERE nspname IN ('auth', 'public') AND has_schema_privilege(oid, 'USAGE')
                    ORDER BY nspname DESC
                    LIMIT 1));

    SELECT nspname INTO home
    FROM pg_extension
    JOIN pg_namespace ON pg_namespace.oid = extnamespace
    WHERE extname = 'pg_trgm';
    IF NOT has_schema_privilege(home, 'USAGE') THEN
        RAISE EXCEPTION 'pg_trgm is in the schema %, which % may not use', home, current_user
            USING HINT = format('GRANT USAGE ON SCHEMA %I TO %I', home, current_user);
    END IF;
END
$$;
