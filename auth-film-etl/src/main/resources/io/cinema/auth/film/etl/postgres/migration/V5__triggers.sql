-- The triggers on the tables of the catalogue. CREATE TRIGGER lets others read, and waits for those who
-- write; who wants to write meanwhile waits behind it, and so it gives up after lock_timeout (see V2).
-- Outside of a transaction, so that no table is held while we wait for the next one, which could end in a
-- deadlock with those who write both; hence written so that it can be run again from its start.

SET lock_timeout = '${lockTimeout}';

-- zz: triggers run in the order of their names, and the stamp has the last word. An update that changes
-- nothing of what the index shows is not stamped, unless whoever made it meant to (and set modified).

CREATE OR REPLACE TRIGGER zz_stamp_new
BEFORE INSERT ON content.film_work
FOR EACH ROW EXECUTE FUNCTION content.stamp();

CREATE OR REPLACE TRIGGER zz_stamp_changed
BEFORE UPDATE ON content.film_work
FOR EACH ROW WHEN (
    (OLD.id, OLD.title, OLD.description, OLD.creation_date, OLD.rating, OLD.type, OLD.access_label, OLD.min_age, OLD.modified)
    IS DISTINCT FROM
    (NEW.id, NEW.title, NEW.description, NEW.creation_date, NEW.rating, NEW.type, NEW.access_label, NEW.min_age, NEW.modified)
)
EXECUTE FUNCTION content.stamp();

CREATE OR REPLACE TRIGGER note_deletions
AFTER DELETE ON content.film_work
REFERENCING OLD TABLE AS deleted
FOR EACH STATEMENT EXECUTE FUNCTION content.note_deletions();

CREATE OR REPLACE TRIGGER note_truncation
BEFORE TRUNCATE ON content.film_work
FOR EACH STATEMENT EXECUTE FUNCTION content.note_truncation();

CREATE OR REPLACE TRIGGER note_new_id
AFTER UPDATE ON content.film_work
FOR EACH ROW WHEN (OLD.id <> NEW.id)
EXECUTE FUNCTION content.note_new_id();

CREATE OR REPLACE TRIGGER zz_stamp_new
BEFORE INSERT ON content.genre
FOR EACH ROW EXECUTE FUNCTION content.stamp();

CREATE OR REPLACE TRIGGER zz_stamp_changed
BEFORE UPDATE ON content.genre
FOR EACH ROW WHEN ((OLD.id, OLD.name, OLD.modified) IS DISTINCT FROM (NEW.id, NEW.name, NEW.modified))
EXECUTE FUNCTION content.stamp();

CREATE OR REPLACE TRIGGER zz_stamp_new
BEFORE INSERT ON content.person
FOR EACH ROW EXECUTE FUNCTION content.stamp();

CREATE OR REPLACE TRIGGER zz_stamp_changed
BEFORE UPDATE ON content.person
FOR EACH ROW WHEN ((OLD.id, OLD.full_name, OLD.modified) IS DISTINCT FROM (NEW.id, NEW.full_name, NEW.modified))
EXECUTE FUNCTION content.stamp();

-- A genre or a person that is deleted takes its links along, and so comes by here. Of a film that is
-- deleted the links go after it, and there is nothing left to touch.

CREATE OR REPLACE TRIGGER touch_linked
AFTER INSERT ON content.genre_film_work
REFERENCING NEW TABLE AS links
FOR EACH STATEMENT EXECUTE FUNCTION content.touch_linked();

CREATE OR REPLACE TRIGGER touch_relinked
AFTER UPDATE ON content.genre_film_work
REFERENCING OLD TABLE AS old_links NEW TABLE AS new_links
FOR EACH STATEMENT EXECUTE FUNCTION content.touch_relinked_genres();

CREATE OR REPLACE TRIGGER touch_unlinked
AFTER DELETE ON content.genre_film_work
REFERENCING OLD TABLE AS links
FOR EACH STATEMENT EXECUTE FUNCTION content.touch_linked();

CREATE OR REPLACE TRIGGER touch_truncated
BEFORE TRUNCATE ON content.genre_film_work
FOR EACH STATEMENT EXECUTE FUNCTION content.touch_unlinked();

CREATE OR REPLACE TRIGGER touch_linked
AFTER INSERT ON content.person_film_work
REFERENCING NEW TABLE AS links
FOR EACH STATEMENT EXECUTE FUNCTION content.touch_linked();

CREATE OR REPLACE TRIGGER touch_relinked
AFTER UPDATE ON content.person_film_work
REFERENCING OLD TABLE AS old_links NEW TABLE AS new_links
FOR EACH STATEMENT EXECUTE FUNCTION content.touch_relinked_people();

CREATE OR REPLACE TRIGGER touch_unlinked
AFTER DELETE ON content.person_film_work
REFERENCING OLD TABLE AS links
FOR EACH STATEMENT EXECUTE FUNCTION content.touch_linked();

CREATE OR REPLACE TRIGGER touch_truncated
BEFORE TRUNCATE ON content.person_film_work
FOR EACH STATEMENT EXECUTE FUNCTION content.touch_unlinked();

RESET lock_timeout;
