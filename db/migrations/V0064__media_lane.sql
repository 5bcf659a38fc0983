-- Jobs of items with images or videos wait in a lane of their own: decoding and a long video must not keep texts waiting.
-- The index that claims leads by the lane; the one before it goes.
-- Locks: ACCESS EXCLUSIVE on classification_job for a moment (a constant default, no rewrite), SHARE while an index over
-- the waiting jobs is built. Undo: make the old index again, then drop this one and the column.
ALTER TABLE classification_job ADD COLUMN media boolean NOT NULL DEFAULT false;
CREATE INDEX classification_job_lane ON classification_job (media, available_at, item_id) WHERE state = 'WAITING';
DROP INDEX classification_job_waiting;
