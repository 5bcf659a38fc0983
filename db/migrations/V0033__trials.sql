-- Golden items (items with a settled truth), calibrations, and what people answered to the tasks that carry them. A trial
-- answer is kept beside decisions and never among them: nothing that acts on decisions can come to act on it.
-- Locks: new tables, and SHARE on review_task while a small partial index is built. Undo: drop the tables and the index.
CREATE TABLE golden_item (
    id              uuid PRIMARY KEY,
    item_id         uuid NOT NULL REFERENCES item,
    queue_key       text NOT NULL,
    outcome         text NOT NULL CHECK (outcome IN ('APPROVE', 'VIOLATION')),
    violations      jsonb NOT NULL DEFAULT '[]',
    policy_versions jsonb NOT NULL DEFAULT '{}',
    decision_id     uuid,
    note            text,
    made_by         uuid NOT NULL,
    made_at         timestamptz NOT NULL,
    retired_at      timestamptz
);
CREATE UNIQUE INDEX golden_item_once ON golden_item (item_id) WHERE retired_at IS NULL;
CREATE INDEX golden_item_queue ON golden_item (queue_key) WHERE retired_at IS NULL;

CREATE TABLE calibration (
    id      uuid PRIMARY KEY,
    name    text NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL
);

-- Which task carries what, and for whom. One row a task that was ever made.
CREATE TABLE trial_task (
    task_id        uuid PRIMARY KEY REFERENCES review_task,
    item_id        uuid NOT NULL,
    person_id      uuid NOT NULL,
    golden_id      uuid REFERENCES golden_item,
    calibration_id uuid REFERENCES calibration,
    made_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (num_nonnulls(golden_id, calibration_id) = 1)
);
CREATE INDEX trial_task_person ON trial_task (person_id, item_id);
CREATE INDEX trial_task_golden ON trial_task (golden_id) WHERE golden_id IS NOT NULL;
CREATE INDEX trial_task_calibration ON trial_task (calibration_id) WHERE calibration_id IS NOT NULL;

CREATE TABLE trial_answer (
    id              uuid PRIMARY KEY,
    task_id         uuid NOT NULL REFERENCES trial_task,
    item_id         uuid NOT NULL,
    person_id       uuid NOT NULL,
    outcome         text NOT NULL CHECK (outcome IN ('APPROVE', 'VIOLATION', 'CANNOT_DECIDE')),
    violations      jsonb NOT NULL DEFAULT '[]',
    policy_versions jsonb NOT NULL DEFAULT '{}',
    note            text,
    elapsed_ms      bigint,
    revealed        text,
    answered_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    undo_until      timestamptz NOT NULL,
    undone_at       timestamptz
);
CREATE UNIQUE INDEX trial_answer_once ON trial_answer (task_id) WHERE undone_at IS NULL;
CREATE INDEX trial_answer_item ON trial_answer (item_id) WHERE undone_at IS NULL;
CREATE INDEX trial_answer_person ON trial_answer (person_id, answered_at) WHERE undone_at IS NULL;

-- Up to when a person's decisions have been counted towards their next golden item.
CREATE TABLE golden_turn (
    person_id     uuid PRIMARY KEY,
    counted_until timestamptz NOT NULL
);

-- Whether somebody has a trial task open is asked at each dealing.
CREATE INDEX review_task_trial_for ON review_task (reserved_for) WHERE state IN ('OPEN', 'CLAIMED') AND purpose <> 'LIVE';
