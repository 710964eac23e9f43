-- The film catalogue, where there is none yet. A database that has one keeps its own, whatever else is in
-- it: nothing here changes a table that is there.

SET LOCAL lock_timeout = '${lockTimeout}';

CREATE TABLE IF NOT EXISTS content.film_work (
    id            uuid PRIMARY KEY,
    title         text NOT NULL,
    description   text,
    creation_date date,
    rating        double precision,
    type          text NOT NULL,
    created       timestamptz DEFAULT now(),
    modified      timestamptz
);

CREATE TABLE IF NOT EXISTS content.genre (
    id          uuid PRIMARY KEY,
    name        text NOT NULL,
    description text,
    created     timestamptz DEFAULT now(),
    modified    timestamptz
);

CREATE TABLE IF NOT EXISTS content.person (
    id        uuid PRIMARY KEY,
    full_name text NOT NULL,
    created   timestamptz DEFAULT now(),
    modified  timestamptz
);

CREATE TABLE IF NOT EXISTS content.genre_film_work (
    id           uuid PRIMARY KEY,
    genre_id     uuid NOT NULL REFERENCES content.genre (id) ON DELETE CASCADE,
    film_work_id uuid NOT NULL REFERENCES content.film_work (id) ON DELETE CASCADE,
    created      timestamptz DEFAULT now(),
    modified     timestamptz DEFAULT now(),

    UNIQUE (film_work_id, genre_id)
);

CREATE TABLE IF NOT EXISTS content.person_film_work (
    id           uuid PRIMARY KEY,
    person_id    uuid NOT NULL REFERENCES content.person (id) ON DELETE CASCADE,
    film_work_id uuid NOT NULL REFERENCES content.film_work (id) ON DELETE CASCADE,
    role         text NOT NULL CHECK (role IN ('actor', 'writer', 'director')),
    created      timestamptz DEFAULT now(),
    modified     timestamptz DEFAULT now(),

    UNIQUE (film_work_id, person_id, role)
);

-- A catalogue of another shape is told so now, rather than by whatever statement trips over it.
DO $check$
DECLARE
    lacking text;
BEGIN
    SELECT string_agg(format('%s.%s (%s)', wanted.home, wanted.name, wanted.type), ', ' ORDER BY wanted.home, wanted.name)
    INTO lacking
    FROM (VALUES
        ('film_work', 'id', 'uuid'),
        ('film_work', 'title', NULL),
        ('film_work', 'description', NULL),
        ('film_work', 'creation_date', NULL),
        ('film_work', 'rating', NULL),
        ('film_work', 'type', NULL),
        ('film_work', 'modified', 'timestamptz'),
        ('genre', 'id', 'uuid'),
        ('genre', 'name', NULL),
        ('genre', 'modified', 'timestamptz'),
        ('person', 'id', 'uuid'),
        ('person', 'full_name', NULL),
        ('person', 'modified', 'timestamptz'),
        ('genre_film_work', 'genre_id', 'uuid'),
        ('genre_film_work', 'film_work_id', 'uuid'),
        ('person_film_work', 'person_id', 'uuid'),
        ('person_film_work', 'film_work_id', 'uuid'),
        ('person_film_work', 'role', NULL)
    ) AS wanted (home, name, type)
    WHERE NOT EXISTS (
        SELECT FROM pg_attribute
        WHERE attrelid = ('content.' || wanted.home)::regclass
            AND attname = wanted.name
            AND NOT attisdropped
            AND (wanted.type IS NULL OR atttypid = wanted.type::regtype)
    );
    IF lacking IS NOT NULL THEN
        RAISE EXCEPTION 'the film catalogue in the schema content lacks: %', replace(lacking, ' ()', '');
    END IF;
END
$check$;
