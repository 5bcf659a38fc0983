-- Waves that somebody decided at once, and their members. A wave that only waits has no row: it is worked out of the
-- fingerprints of what waits.
-- Locks: none, new tables. Undo: drop both tables.
CREATE TABLE wave (
    id          uuid PRIMARY KEY,
    leader_id   uuid NOT NULL,
    queue_key   text NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('APPROVE', 'VIOLATION')),
    violations  jsonb NOT NULL DEFAULT '[]',
    actions     jsonb NOT NULL DEFAULT '[]',
    reasons     text,
    state       text NOT NULL
        CHECK (state IN ('AWAITING_APPROVAL', 'DECIDING', 'DECIDED', 'UNDONE', 'REVERSED', 'REFUSED')),
    decided_by  uuid NOT NULL,
    decided_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    approved_by uuid,
    undo_until  timestamptz,
    CHECK (approved_by IS NULL OR approved_by <> decided_by)
);
CREATE INDEX wave_recent ON wave (decided_at);
CREATE INDEX wave_open ON wave (state) WHERE state IN ('AWAITING_APPROVAL', 'DECIDING');

CREATE TABLE wave_member (
    wave_id     uuid NOT NULL REFERENCES wave,
    item_id     uuid NOT NULL,
    queue_key   text NOT NULL,
    similarity  double precision NOT NULL,
    state       text NOT NULL CHECK (state IN ('WAITING', 'DECIDED', 'LEFT_TO_HOLDER', 'EXCEPTED', 'UNDONE', 'REVERSED')),
    decision_id uuid,
    PRIMARY KEY (wave_id, item_id),
    CHECK (state NOT IN ('DECIDED', 'UNDONE', 'REVERSED') OR decision_id IS NOT NULL)
);
CREATE INDEX wave_member_item ON wave_member (item_id);
