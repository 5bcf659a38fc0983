-- Records of trainings: what it would take to repeat one and what came of it. Written once, never changed.
-- Locks: none on what exists.
-- Undo: DROP TABLE training_run.
CREATE TABLE training_run (
    model_version text PRIMARY KEY,
    job           uuid NOT NULL UNIQUE,
    label_set     text NOT NULL,
    record        jsonb NOT NULL,
    finished_at   timestamptz NOT NULL
);
