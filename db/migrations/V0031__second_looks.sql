-- With what probability a decision was drawn for a second look, and by which decision a waiting task was taken off its
-- queue, so that undoing the decision puts it back.
-- Locks: ACCESS EXCLUSIVE on both tables for a moment (nullable columns, no rewrite). Undo: drop the columns.
ALTER TABLE decision ADD COLUMN second_look_probability double precision
    CHECK (second_look_probability BETWEEN 0 AND 1);
CREATE INDEX decision_awaiting ON decision (item_id) WHERE state = 'AWAITING_SECOND';

ALTER TABLE review_task ADD COLUMN withdrawn_by uuid;
