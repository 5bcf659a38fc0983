-- What jobs do, why they and label sets failed, and why a model should be retrained, by code, for desks that speak another
-- language. What is older has none and stays in English.
-- Locks: the three tables for a moment (nullable columns, no rewrite). Undo: drop the columns.
ALTER TABLE job ADD COLUMN said jsonb;
ALTER TABLE label_set ADD COLUMN failure_said jsonb;
ALTER TABLE retraining_proposal ADD COLUMN said jsonb;
