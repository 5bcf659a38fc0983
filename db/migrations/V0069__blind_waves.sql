-- A wave that needs a second person is judged by them without knowing what the first one found; where they differ, a third
-- settles it. What each found stands beside the first one's finding, which stays as it was.
-- `approved_by` is the second person where they agreed. The previous release knows none of the new states and shows such
-- waves as asked for; what it approves openly then waits for a look at each item.
-- Locks: ACCESS EXCLUSIVE on wave and item_part for an instant, their rows are read once. Undo: drop the columns and put the
-- two old constraints back, once no wave is disputed and no part is of the new kind.
ALTER TABLE wave
    ADD COLUMN second_by  uuid,
    ADD COLUMN second     jsonb,
    ADD COLUMN settled_by uuid,
    ADD COLUMN settled    jsonb,
    DROP CONSTRAINT wave_state_check,
    ADD CONSTRAINT wave_state_check CHECK (state IN ('AWAITING_APPROVAL', 'DISPUTED', 'DECIDING', 'DECIDED', 'UNDONE',
                                                     'REVERSED', 'REFUSED')),
    ADD CONSTRAINT wave_second_is_another CHECK (second_by <> decided_by),
    ADD CONSTRAINT wave_third_is_another CHECK (settled_by <> decided_by AND settled_by <> second_by),
    ADD CONSTRAINT wave_second_found_something CHECK ((second_by IS NULL) = (second IS NULL));
DROP INDEX wave_open;
CREATE INDEX wave_open ON wave (state) WHERE state IN ('AWAITING_APPROVAL', 'DISPUTED', 'DECIDING');

ALTER TABLE item_part
    DROP CONSTRAINT item_part_part_check,
    ADD CONSTRAINT item_part_part_check
        CHECK (part IN ('HANDED_ON', 'AGREED_TO_WAVE', 'JUDGED_WAVE', 'SETTLED_AS_GOLDEN', 'REPORTED'));
