-- Banks of hashes of known images, the hashes in them, and which items each hash has met lately.
-- filter_version has a row a kind: whoever changes banks or lists takes its lock first, so that ids are committed in order
-- and a backend that follows by id misses none. Both numbers are microseconds since 1970: never the same in two databases.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE filter_version (
    kind    text PRIMARY KEY CHECK (kind IN ('HASH', 'TERM')),
    began   bigint NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE hash_bank (
    id         uuid PRIMARY KEY,
    name       text NOT NULL UNIQUE,
    source     text NOT NULL,
    purpose    text NOT NULL CHECK (purpose IN ('HARMFUL', 'KNOWN_GOOD')),
    effect     text NOT NULL CHECK (effect IN ('SIGNAL', 'REVIEW', 'ACT')),
    policy_key text REFERENCES policy,
    severity   integer NOT NULL CHECK (severity BETWEEN 1 AND 4),
    enabled    boolean NOT NULL,
    created_at timestamptz NOT NULL,
    CHECK (effect <> 'ACT' OR policy_key IS NOT NULL)
);

CREATE TABLE hash_entry (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bank_id      uuid NOT NULL REFERENCES hash_bank ON DELETE CASCADE,
    kind         text NOT NULL CHECK (kind IN ('PDQ', 'SHA256', 'MD5')),
    value        bytea NOT NULL,
    label        text,
    source       text,
    severity     integer CHECK (severity BETWEEN 1 AND 4),
    expires_at   timestamptz,
    state        text NOT NULL DEFAULT 'ENABLED' CHECK (state IN ('ENABLED', 'DISABLED', 'QUARANTINED')),
    -- Matches before this do not count against it: somebody has looked at it since.
    counted_from timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (bank_id, kind, value),
    CHECK (length(value) = CASE kind WHEN 'MD5' THEN 16 ELSE 32 END)
);
CREATE INDEX hash_entry_value ON hash_entry (value, kind);
CREATE INDEX hash_entry_pdq ON hash_entry (id) WHERE kind = 'PDQ';
CREATE INDEX hash_entry_quarantined ON hash_entry (bank_id) WHERE state = 'QUARANTINED';

CREATE TABLE hash_match (
    hash_id    bigint NOT NULL REFERENCES hash_entry ON DELETE CASCADE,
    item_id    uuid NOT NULL,
    matched_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (hash_id, item_id)
);
CREATE INDEX hash_match_at ON hash_match (matched_at);
