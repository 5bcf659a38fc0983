-- Queues of their own for some sources: what a policy gives to review from such a source waits in `policy@source`, so
-- that a team can work for one site. Tasks name the queue they wait in; this says where new ones go.
-- Locks: none on what exists.
-- Undo: move the tasks of such queues back to their policy's, then DROP TABLE source_queue.
CREATE TABLE source_queue (
    policy_key text NOT NULL,
    source     text NOT NULL,
    made_by    uuid NOT NULL,
    made_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (policy_key, source)
);
