-- What running a floor needs beside the queue: where a task came from when it was moved, questions between colleagues,
-- the SLA target of a queue, and how reports turned out.
-- Locks: ACCESS EXCLUSIVE on review_task for a moment (nullable columns, no rewrite), SHARE while a BRIN index is built
-- (one pass over the table). Undo: drop what is added.
ALTER TABLE review_task ADD COLUMN came_from text;
ALTER TABLE review_task ADD COLUMN moved_at timestamptz;
-- Whether anybody may not get it, so that a claim looks that up for the few tasks where it matters.
ALTER TABLE review_task ADD COLUMN kept_from_some boolean NOT NULL DEFAULT false;
UPDATE review_task SET kept_from_some = true
 WHERE state IN ('OPEN', 'CLAIMED') AND id IN (SELECT task_id FROM review_task_skip);
CREATE FUNCTION review_task_keep_from() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE review_task SET kept_from_some = true WHERE id = NEW.task_id AND NOT kept_from_some;
    RETURN NULL;
END $$;
CREATE TRIGGER review_task_kept_from AFTER INSERT ON review_task_skip
    FOR EACH ROW EXECUTE FUNCTION review_task_keep_from();
-- Arrivals of the last weeks, for the forecast. BRIN costs a claim nothing.
CREATE INDEX review_task_enqueued ON review_task USING brin (enqueued_at);

CREATE TABLE task_question (
    id          uuid PRIMARY KEY,
    task_id     uuid NOT NULL REFERENCES review_task,
    item_id     uuid NOT NULL REFERENCES item,
    asked_by    uuid NOT NULL,
    asked_to    uuid,
    question    text,
    asked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    answer      text,
    answered_by uuid,
    answered_at timestamptz,
    CHECK ((answered_by IS NULL) = (answered_at IS NULL))
);
CREATE INDEX task_question_waiting ON task_question (asked_to, asked_at) WHERE answered_at IS NULL;
CREATE INDEX task_question_asker ON task_question (asked_by, asked_at);
CREATE INDEX task_question_item ON task_question (item_id);

CREATE TABLE queue_target (
    queue_key  text PRIMARY KEY,
    minutes    integer NOT NULL CHECK (minutes BETWEEN 5 AND 10080),
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Whether a report was right, by the decision in effect: one row a report's item and reporter, rewritten when a later
-- decision takes effect. Trust is counted from it.
CREATE TABLE report_outcome (
    item_id   uuid NOT NULL REFERENCES item,
    source    text NOT NULL,
    reporter  text NOT NULL,
    was_right boolean NOT NULL,
    PRIMARY KEY (item_id, reporter)
);
CREATE INDEX report_outcome_reporter ON report_outcome (source, reporter, was_right);
