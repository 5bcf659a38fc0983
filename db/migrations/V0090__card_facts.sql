-- What a dataset card says, without its English words, for desks that speak another language. Sets of before have none.
-- Locks: label_set for a moment. Undo: drop the column.
ALTER TABLE label_set ADD COLUMN card_facts jsonb;
