-- What training needs of a label set's row beside its exported line: whose findings it rests on, what it counts for, which
-- rows must stay together, and whether it may be trained on at all. People stand here by their ids and in the line by what
-- stands for them. Of a set: what it consists of, and why it came to nothing.
-- Locks: each table for a moment (constant defaults, no rewrite). Undo: drop what is added.
ALTER TABLE label_set_row ADD COLUMN group_key bigint NOT NULL DEFAULT 0;
ALTER TABLE label_set_row ADD COLUMN weight double precision NOT NULL DEFAULT 1;
ALTER TABLE label_set_row ADD COLUMN held_out boolean NOT NULL DEFAULT false;
ALTER TABLE label_set_row ADD COLUMN raters jsonb NOT NULL DEFAULT '[]';

ALTER TABLE label_set ADD COLUMN figures jsonb;
ALTER TABLE label_set ADD COLUMN job_id uuid;
ALTER TABLE label_set ADD COLUMN failure text;
