-- On how many tasks scores are withheld from people, and what share of the queues is kept for items that the model is
-- unsure of. Only added to: which setting a task fell under is told by when it was made. The salt, one for all times,
-- decides which tasks; nobody who works here can read it from a task.
-- Locks: none, a new table. Undo: drop it; nothing is withheld and nothing drawn then.
CREATE TABLE watch_setting (
    set_at         timestamptz PRIMARY KEY,
    hidden_share   double precision NOT NULL CHECK (hidden_share BETWEEN 0 AND 0.5),
    explored_share double precision NOT NULL CHECK (explored_share BETWEEN 0 AND 0.5),
    set_by         uuid
);
CREATE TABLE watch_salt (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    salt uuid NOT NULL DEFAULT gen_random_uuid()
);
