-- Labels that models brought beside those that ship with Docket. A label's place is its place in every array of stored
-- scores, so it is given once and for ever; those that ship have the first. `released_at` is when a model that scores it
-- first served everybody: from then on a policy may name it.
-- Locks: none, a new table. Undo: drop it, once no policy names such a label; their scores in arrays are no longer read.
CREATE TABLE label_schema (
    label       text PRIMARY KEY CHECK (label ~ '^[a-z][a-z0-9_]{0,63}$'),
    place       integer NOT NULL UNIQUE CHECK (place BETWEEN 9 AND 199),
    added_at    timestamptz NOT NULL DEFAULT now(),
    released_at timestamptz
);
