-- The audit trail. An entry is written in the transaction it speaks of; a sealing job then links entries into a
-- hash chain, so that writers never wait for one another at the chain's head.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE audit_entry (
    id           uuid NOT NULL,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_kind   text NOT NULL,
    actor_id     text,
    action       text NOT NULL,
    subject_kind text NOT NULL,
    subject_id   text NOT NULL,
    details      jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE audit_entry_default PARTITION OF audit_entry DEFAULT;
CREATE INDEX audit_entry_subject ON audit_entry (subject_kind, subject_id, at);
CREATE INDEX audit_entry_at ON audit_entry (at, id);

-- What awaits its link; emptied by the sealing job.
CREATE TABLE audit_unsealed (
    entry_id uuid PRIMARY KEY,
    entry_at timestamptz NOT NULL
);

CREATE TABLE audit_link (
    sequence  bigint PRIMARY KEY,
    entry_id  uuid NOT NULL UNIQUE,
    entry_at  timestamptz NOT NULL,
    hash      bytea NOT NULL
);

-- The chain's end, signed with a key that is not in the database: cutting the chain short leaves an end that does not fit.
CREATE TABLE audit_head (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    sequence  bigint NOT NULL,
    hash      bytea NOT NULL,
    signature bytea NOT NULL
);
