-- Quality gates of a label set, as they were when it was built, and who answered for those that failed.
-- SHA-256 of exports by format and split, kept when they were first measured.
-- Locks: the table for a moment (no rewrite). Undo: drop what is added.
ALTER TABLE label_set ADD COLUMN gates jsonb;
ALTER TABLE label_set ADD COLUMN gates_previous text;
ALTER TABLE label_set ADD COLUMN waived_by uuid;
ALTER TABLE label_set ADD COLUMN waived_at timestamptz;
ALTER TABLE label_set ADD COLUMN waiver_reason text;
ALTER TABLE label_set ADD CONSTRAINT label_set_waiver CHECK ((waived_at IS NULL) = (waiver_reason IS NULL));
ALTER TABLE label_set ADD COLUMN digests jsonb NOT NULL DEFAULT '{}';
