-- What the models said of each image and video of an item, beside the scores of the item as a whole: its own scores, the
-- map of what spoke for them, a video's seconds.
-- Locks: ACCESS EXCLUSIVE on assessment for a moment (a constant default, no rewrite). Undo: drop the column.
ALTER TABLE assessment ADD COLUMN media jsonb NOT NULL DEFAULT '[]';
