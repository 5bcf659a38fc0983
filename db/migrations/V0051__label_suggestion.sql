-- What Perspective's clients say a text should have scored (comments:suggestscore). The text is no item's: it came with the
-- suggestion and goes with it. It is found by digest when an item of the same text is erased.
-- Locks: none, a new table. Undo: drop it.
CREATE TABLE label_suggestion (
    id           uuid PRIMARY KEY,
    suggested_at timestamptz NOT NULL,
    key_id       uuid NOT NULL,
    text         text NOT NULL,
    text_digest  bytea NOT NULL,
    languages    text[] NOT NULL DEFAULT '{}',
    community    text
);
CREATE INDEX label_suggestion_text ON label_suggestion (text_digest);

-- One row a score: of the whole text where `span_start` is null, else of a part, in UTF-16 code units. `label` is ours; null
-- where the attribute is drawn from several.
CREATE TABLE label_suggestion_score (
    suggestion_id uuid NOT NULL REFERENCES label_suggestion ON DELETE CASCADE,
    ordinal       integer NOT NULL,
    attribute     text NOT NULL,
    label         text,
    span_start    integer,
    span_end      integer,
    value         double precision NOT NULL CHECK (value BETWEEN 0 AND 1),
    PRIMARY KEY (suggestion_id, ordinal),
    CHECK ((span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL OR span_start < span_end))
);
