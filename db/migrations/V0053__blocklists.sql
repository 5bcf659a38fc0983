-- Blocklists and their terms.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE blocklist (
    id         uuid PRIMARY KEY,
    name       text NOT NULL UNIQUE,
    source     text NOT NULL,
    language   text NOT NULL,
    effect     text NOT NULL CHECK (effect IN ('SIGNAL', 'REVIEW')),
    policy_key text REFERENCES policy,
    severity   integer NOT NULL CHECK (severity BETWEEN 1 AND 4),
    enabled    boolean NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE blocklist_term (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    list_id    uuid NOT NULL REFERENCES blocklist ON DELETE CASCADE,
    text       text NOT NULL CHECK (length(text) BETWEEN 1 AND 200),
    allowed    boolean NOT NULL,
    label      text,
    severity   integer CHECK (severity BETWEEN 1 AND 4),
    expires_at timestamptz,
    enabled    boolean NOT NULL DEFAULT true,
    UNIQUE (list_id, text, allowed)
);
CREATE INDEX blocklist_term_text ON blocklist_term (lower(text));
