-- Statements of reasons as they were issued (without content and without names, so they outlive both), and reports to
-- the CyberTipline as they were prepared (kept after an item's erasure: the law asks for it).
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE statement_of_reasons (
    decision_id uuid PRIMARY KEY,
    sequence    bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    item_id     uuid NOT NULL,
    issued_at   timestamptz NOT NULL,
    restricts   boolean NOT NULL,
    statement   json NOT NULL,
    faults      jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX statement_of_reasons_issued ON statement_of_reasons (issued_at, sequence) WHERE restricts;

CREATE TABLE ncmec_report (
    id            uuid PRIMARY KEY,
    item_id       uuid NOT NULL,
    decision_id   uuid,
    state         text NOT NULL DEFAULT 'PREPARED' CHECK (state IN ('PREPARED', 'READY', 'FILED', 'WITHDRAWN')),
    document      text NOT NULL,
    prepared_by   uuid NOT NULL,
    prepared_at   timestamptz NOT NULL,
    released_by   uuid,
    released_at   timestamptz,
    filed_by      uuid,
    filed_at      timestamptz,
    report_number text,
    CHECK (released_by IS NULL OR released_by <> prepared_by),
    CHECK (state NOT IN ('READY', 'FILED') OR released_by IS NOT NULL),
    CHECK (state <> 'FILED' OR report_number IS NOT NULL)
);
CREATE INDEX ncmec_report_item ON ncmec_report (item_id);
CREATE UNIQUE INDEX ncmec_report_open ON ncmec_report (item_id) WHERE state IN ('PREPARED', 'READY');
