-- That a model should be retrained, and why; somebody sees to it. At most one open proposal of a model.
-- Locks: none, a new table. Undo: drop it.
CREATE TABLE retraining_proposal (
    id            uuid PRIMARY KEY,
    model_version text NOT NULL REFERENCES model,
    reasons       jsonb NOT NULL,
    raised_at     timestamptz NOT NULL,
    settled_by    uuid,
    settled_at    timestamptz
);
CREATE UNIQUE INDEX retraining_proposal_open ON retraining_proposal (model_version) WHERE settled_at IS NULL;
