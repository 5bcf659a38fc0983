-- Items as platforms submit them, their media and the reports against them.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE item (
    id                 uuid PRIMARY KEY,
    source             text NOT NULL,
    external_id        text NOT NULL,
    state              text NOT NULL CHECK (state IN ('RECEIVED', 'CLASSIFIED', 'IN_REVIEW', 'SETTLED', 'ERASED')),
    content_sha256     bytea NOT NULL,
    text               text,
    language           text,
    url                text,
    occurred_at        timestamptz,
    author_external_id text,
    author             jsonb,
    thread_id          text,
    context            jsonb,
    media              jsonb NOT NULL DEFAULT '[]',
    metadata           jsonb NOT NULL DEFAULT '{}',
    views              bigint NOT NULL DEFAULT 0,
    shares             bigint NOT NULL DEFAULT 0,
    reports            bigint NOT NULL DEFAULT 0,
    submitted_at       timestamptz NOT NULL,
    erased_at          timestamptz,
    UNIQUE (source, external_id)
);
CREATE INDEX item_author ON item (source, author_external_id, submitted_at DESC) WHERE author_external_id IS NOT NULL;
CREATE INDEX item_thread ON item (source, thread_id, occurred_at) WHERE thread_id IS NOT NULL;

CREATE TABLE item_report (
    id          uuid PRIMARY KEY,
    item_id     uuid NOT NULL REFERENCES item,
    reporter    text NOT NULL,
    policy_key  text,
    comment     text,
    reported_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX item_report_once ON item_report (item_id, reporter, coalesce(policy_key, ''));
