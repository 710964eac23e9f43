-- What stamps the changes that the index follows, by (modified, id). Here the functions, in V5 the triggers.
--
-- The stamp is the database's: the clocks of those who write differ, and some forget to stamp.

-- A transaction takes its number first and the time second. So a transaction that has no number yet when
-- somebody looks stamps later than that look; who follows the stamps relies on it (Moment in the code).
CREATE FUNCTION content.stamp() RETURNS trigger
LANGUAGE plpgsql AS $function$
BEGIN
    PERFORM pg_catalog.pg_current_xact_id();
    NEW.modified := pg_catalog.clock_timestamp();
    RETURN NEW;
END
$function$;

-- Films that were deleted, so that they leave the index too. One that comes back stays in here: who reads
-- this looks whether the film is there.
CREATE TABLE content.film_deletion (
    film_work_id uuid        PRIMARY KEY,
    modified     timestamptz NOT NULL
);

CREATE INDEX film_deletions_by_modified ON content.film_deletion (modified, film_work_id);

CREATE TRIGGER stamp
BEFORE INSERT OR UPDATE ON content.film_deletion
FOR EACH ROW EXECUTE FUNCTION content.stamp();

-- The functions below run with the rights of their owner: whoever may write a film may have it noted.

CREATE FUNCTION content.note_deletions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
BEGIN
    INSERT INTO content.film_deletion (film_work_id, modified)
    SELECT id, clock_timestamp()
    FROM deleted
    ORDER BY id
    ON CONFLICT (film_work_id) DO UPDATE SET modified = EXCLUDED.modified;
    RETURN NULL;
END
$function$;

CREATE FUNCTION content.note_truncation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
BEGIN
    INSERT INTO content.film_deletion (film_work_id, modified)
    SELECT id, clock_timestamp()
    FROM content.film_work
    ORDER BY id
    ON CONFLICT (film_work_id) DO UPDATE SET modified = EXCLUDED.modified;
    RETURN NULL;
END
$function$;

-- A film that gets another id is gone under the old one.
CREATE FUNCTION content.note_new_id() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
BEGIN
    INSERT INTO content.film_deletion (film_work_id, modified)
    VALUES (OLD.id, clock_timestamp())
    ON CONFLICT (film_work_id) DO UPDATE SET modified = EXCLUDED.modified;
    RETURN NULL;
END
$function$;

-- Stamps films whose genres or people changed. They are locked in the order of their ids, so that two
-- statements never wait for each other. An array rather than a join: its plan, which a session keeps, is by
-- index for one film and for a million.
CREATE FUNCTION content.touch_films(films uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
BEGIN
    PERFORM FROM content.film_work WHERE id = ANY (films) ORDER BY id FOR NO KEY UPDATE;
    UPDATE content.film_work SET modified = clock_timestamp() WHERE id = ANY (films);
END
$function$;

CREATE FUNCTION content.touch_linked() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
BEGIN
    PERFORM content.touch_films(ARRAY(SELECT DISTINCT film_work_id FROM links));
    RETURN NULL;
END
$function$;

CREATE FUNCTION content.touch_relinked_genres() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
BEGIN
    PERFORM content.touch_films(ARRAY(
        SELECT film_work_id FROM (SELECT film_work_id, genre_id FROM old_links EXCEPT SELECT film_work_id, genre_id FROM new_links) AS lost
        UNION
        SELECT film_work_id FROM (SELECT film_work_id, genre_id FROM new_links EXCEPT SELECT film_work_id, genre_id FROM old_links) AS won
    ));
    RETURN NULL;
END
$function$;

CREATE FUNCTION content.touch_relinked_people() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
BEGIN
    PERFORM content.touch_films(ARRAY(
        SELECT film_work_id FROM (SELECT film_work_id, person_id, role FROM old_links EXCEPT SELECT film_work_id, person_id, role FROM new_links) AS lost
        UNION
        SELECT film_work_id FROM (SELECT film_work_id, person_id, role FROM new_links EXCEPT SELECT film_work_id, person_id, role FROM old_links) AS won
    ));
    RETURN NULL;
END
$function$;

CREATE FUNCTION content.touch_unlinked() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
DECLARE
    films uuid[];
BEGIN
    EXECUTE format('SELECT array_agg(DISTINCT film_work_id) FROM %I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO films;
    PERFORM content.touch_films(films);
    RETURN NULL;
END
$function$;

-- A trigger runs its function whoever may execute it; nobody has to be able to call these.
REVOKE EXECUTE ON FUNCTION
    content.stamp(), content.note_deletions(), content.note_truncation(), content.note_new_id(),
    content.touch_films(uuid[]), content.touch_linked(), content.touch_relinked_genres(),
    content.touch_relinked_people(), content.touch_unlinked()
FROM PUBLIC;
