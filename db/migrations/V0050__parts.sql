-- Who took part in an item without deciding on it: who handed its task on with a remark, agreed to a wave it was in,
-- settled it as golden, or prepared a report on it. They are kept from looks that must be independent, as deciders are;
-- whoever was asked a question stands in task_question.
-- Nothing here can be told of the past: no row is made up for it. One index lets the audit list find entries on tasks
-- whose decisions wait for a blind second look, the other what strikes stand because of an item.
-- Locks: SHARE on the partitions of decision and on strike while two small indexes are built. Undo: drop all three.
CREATE TABLE item_part (
    item_id   uuid NOT NULL REFERENCES item,
    person_id uuid NOT NULL,
    task_id   uuid REFERENCES review_task,
    part      text NOT NULL CHECK (part IN ('HANDED_ON', 'AGREED_TO_WAVE', 'SETTLED_AS_GOLDEN', 'REPORTED')),
    at        timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX item_part_item ON item_part (item_id);

CREATE INDEX decision_awaiting_task ON decision (task_id) WHERE state = 'AWAITING_SECOND';

CREATE INDEX strike_item ON strike (item_id);
