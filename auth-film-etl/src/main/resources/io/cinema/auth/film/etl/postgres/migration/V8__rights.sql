-- ${runtimeRole} is the role that the ETL, the label commands and the import of films run as.

GRANT USAGE ON SCHEMA content TO "${runtimeRole}";

GRANT SELECT ON ALL TABLES IN SCHEMA content TO "${runtimeRole}";

-- This covers the labels: UPDATE (access_label, min_age).
GRANT INSERT, UPDATE ON content.film_work, content.genre, content.person TO "${runtimeRole}";
GRANT INSERT, DELETE ON content.genre_film_work, content.person_film_work TO "${runtimeRole}";
GRANT DELETE ON content.film_deletion TO "${runtimeRole}";
