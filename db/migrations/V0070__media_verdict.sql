-- What the models said of an image or a video, kept by the SHA-256 of the whole file, as `verdict` keeps it of texts: what is
-- posted again (and images of abuse are, by the thousand) is not decoded and scored again, on this floor or another. One row a
-- file: what was kept under other models or policies is replaced. `scores` is our own encoding; nothing in the database reads it.
-- A verdict that was overturned, or whose medium was erased, is deleted; `media_verdict_forgotten` tells other floors.
-- Locks: none, new tables. Undo: drop both; nothing but time is lost.
CREATE TABLE media_verdict (
    media_digest bytea PRIMARY KEY,
    models       text NOT NULL,
    policies     text NOT NULL,
    explained    boolean NOT NULL,
    scores       bytea NOT NULL,
    kept_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX media_verdict_kept ON media_verdict (kept_at);

CREATE TABLE media_verdict_forgotten (
    media_digest bytea PRIMARY KEY,
    forgotten_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX media_verdict_forgotten_at ON media_verdict_forgotten (forgotten_at);
