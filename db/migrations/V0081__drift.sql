-- What a model's inputs, scores and labels were like when it began to serve, and how those of now differ. Assessments and
-- label evidence come in the order of time, so that the smallest of indexes finds a stretch of them.
-- Locks: SHARE on assessment and label_evidence while the indexes build, seconds for some millions of rows.
-- Undo: drop the tables and the indexes.
CREATE INDEX assessment_time ON assessment USING brin (assessed_at) WITH (autosummarize = on);
CREATE INDEX label_evidence_time ON label_evidence USING brin (decided_at) WITH (autosummarize = on);

CREATE TABLE model_reference (
    version text PRIMARY KEY REFERENCES model,
    from_at timestamptz NOT NULL,
    to_at   timestamptz NOT NULL,
    cells   jsonb NOT NULL,
    made_at timestamptz NOT NULL
);

-- The last measurement of a model; every one is also an entry of its job.
CREATE TABLE model_drift (
    version     text PRIMARY KEY REFERENCES model,
    measured_at timestamptz NOT NULL,
    from_at     timestamptz NOT NULL,
    to_at       timestamptz NOT NULL,
    measures    jsonb NOT NULL
);
