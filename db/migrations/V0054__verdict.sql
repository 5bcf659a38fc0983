-- What the models said of a text, kept by the digest of all of it, so that a text that comes again (a wave of spam, the same
-- greeting) is not scored again, on this floor or another. One row a text: what was kept under other models or policies is
-- replaced. `scores` is our own encoding; nothing in the database reads it.
-- A verdict that was overturned, or whose text was erased, is deleted; `verdict_forgotten` tells other floors to drop it too.
-- Locks: none, new tables. Undo: drop both; nothing but time is lost.
CREATE TABLE verdict (
    text_digest bytea PRIMARY KEY,
    models      text NOT NULL,
    policies    text NOT NULL,
    explained   boolean NOT NULL,
    scores      bytea NOT NULL,
    kept_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX verdict_kept ON verdict (kept_at);

CREATE TABLE verdict_forgotten (
    text_digest  bytea PRIMARY KEY,
    forgotten_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX verdict_forgotten_at ON verdict_forgotten (forgotten_at);
