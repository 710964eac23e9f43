-- Looks whether all films meet the checks of V2. It reads the whole table, and others read and write it
-- meanwhile: only vacuum and changes of the table itself have to wait. So it need not hurry.

SET LOCAL lock_timeout = '${patience}';

ALTER TABLE content.film_work
    VALIDATE CONSTRAINT film_work_access_label_is_a_word,
    VALIDATE CONSTRAINT film_work_min_age_is_in_years;
