-- Decisions: never edited, only superseded. Partitioned by month so that retention drops whole partitions.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE decision (
    id              uuid NOT NULL,
    decided_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    task_id         uuid NOT NULL,
    item_id         uuid NOT NULL,
    round           integer NOT NULL,
    person_id       uuid,
    lease_number    bigint,
    outcome         text NOT NULL,
    violations      jsonb NOT NULL DEFAULT '[]',
    actions         jsonb NOT NULL DEFAULT '[]',
    policy_versions jsonb NOT NULL DEFAULT '{}',
    note            text,
    reasons         text,
    elapsed_ms      bigint,
    revealed        text,
    state           text NOT NULL CHECK (state IN ('HELD', 'AWAITING_SECOND', 'EFFECTIVE', 'SUPERSEDED', 'UNDONE')),
    undo_until      timestamptz,
    effective_at    timestamptz,
    effective_seq   bigint,
    supersedes      uuid,
    PRIMARY KEY (id, decided_at)
) PARTITION BY RANGE (decided_at);
CREATE TABLE decision_default PARTITION OF decision DEFAULT;
CREATE INDEX decision_held ON decision (undo_until) WHERE state = 'HELD';
CREATE INDEX decision_item ON decision (item_id);
CREATE INDEX decision_feed ON decision (effective_seq) WHERE effective_seq IS NOT NULL;
CREATE INDEX decision_person ON decision (person_id, decided_at);

-- At most one standing decision for an item and round: the key is the rule.
CREATE TABLE standing_decision (
    item_id     uuid NOT NULL,
    round       integer NOT NULL,
    decision_id uuid NOT NULL UNIQUE,
    PRIMARY KEY (item_id, round)
);

-- The first answer to an idempotency key, replayed for every repetition.
CREATE TABLE decision_request (
    person_id       uuid NOT NULL,
    idempotency_key text NOT NULL,
    body_sha256     bytea NOT NULL,
    response        jsonb NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (person_id, idempotency_key)
);
