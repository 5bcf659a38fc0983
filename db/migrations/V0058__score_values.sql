-- An assessment's scores once more as plain numbers, in the order of the label schema and null where there is none: the
-- simulator reads a hundred thousand of them at a time, and the JSON beside them is ten times as long and has each
-- threshold and model version in it. Rows of before, and of a release before, have none and are read from the JSON.
-- Locks: ACCESS EXCLUSIVE on assessment for a moment (no default, no rewrite). Undo: drop the column.
ALTER TABLE assessment ADD COLUMN score_values double precision[];
