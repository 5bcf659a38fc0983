-- Label evidence (one row a decision, written with it) and immutable label sets drawn from it.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE label_evidence (
    decision_id          uuid PRIMARY KEY,
    item_id              uuid NOT NULL,
    decided_at           timestamptz NOT NULL,
    labels               jsonb NOT NULL,
    scores               jsonb NOT NULL,
    model_version        text,
    scores_visible       boolean NOT NULL,
    sampling_probability double precision NOT NULL,
    policy_versions      jsonb NOT NULL
);
CREATE INDEX label_evidence_item ON label_evidence (item_id);

CREATE TABLE label_set (
    version    text PRIMARY KEY,
    name       text NOT NULL,
    definition jsonb NOT NULL,
    state      text NOT NULL CHECK (state IN ('BUILDING', 'READY', 'FAILED')),
    rows       bigint NOT NULL DEFAULT 0,
    split_rows jsonb NOT NULL DEFAULT '{}',
    sha256     text,
    card       text,
    created_by uuid,
    created_at timestamptz NOT NULL
);

CREATE TABLE label_set_row (
    version     text NOT NULL REFERENCES label_set,
    ordinal     bigint NOT NULL,
    item_id     uuid NOT NULL,
    decision_id uuid NOT NULL,
    split       text NOT NULL,
    PRIMARY KEY (version, ordinal)
);
