-- Review tasks. One indexed column, deadline_at (the virtual deadline), orders every queue.
-- Rows change often and the table must stay small: hard vacuum, room for HOT updates.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE review_task (
    id           uuid PRIMARY KEY,
    item_id      uuid NOT NULL REFERENCES item,
    kind         text NOT NULL CHECK (kind IN ('FIRST', 'SECOND', 'ADJUDICATION', 'APPEAL')),
    round        integer NOT NULL DEFAULT 1,
    queue_key    text NOT NULL,
    language     text NOT NULL DEFAULT 'und',
    state        text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CLAIMED', 'DONE', 'CANCELLED')),
    severity     smallint NOT NULL DEFAULT 1 CHECK (severity BETWEEN 1 AND 4),
    probability  double precision NOT NULL DEFAULT 0,
    deadline_at  timestamptz NOT NULL,
    enqueued_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    reserved_for uuid,
    claimed_by   uuid,
    leased_until timestamptz,
    lease_number bigint NOT NULL DEFAULT 0,
    skips        integer NOT NULL DEFAULT 0,
    reason       text NOT NULL DEFAULT '',
    note         text,
    done_at      timestamptz,
    CHECK (state <> 'CLAIMED' OR (claimed_by IS NOT NULL AND leased_until IS NOT NULL))
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX review_task_open ON review_task (queue_key, deadline_at, id) WHERE state = 'OPEN';
CREATE INDEX review_task_leased ON review_task (leased_until) WHERE state = 'CLAIMED';
CREATE INDEX review_task_holder ON review_task (claimed_by) WHERE state = 'CLAIMED';
CREATE UNIQUE INDEX review_task_once ON review_task (item_id, kind, round) WHERE state IN ('OPEN', 'CLAIMED');
CREATE INDEX review_task_item ON review_task (item_id);

-- A skipped task never comes back to the person who skipped it.
CREATE TABLE review_task_skip (
    task_id    uuid NOT NULL REFERENCES review_task,
    person_id  uuid NOT NULL,
    reason     text NOT NULL,
    comment    text,
    skipped_at timestamptz NOT NULL,
    PRIMARY KEY (task_id, person_id)
);
