-- Fingerprints: what an item is found and compared by, kept apart from the item so that writing them never touches a row
-- that intake or review locks, and so that erasure is the deletion of a row.
-- `words` is the normalised text for full-text search; it lives here and not in a generated column of `item`, because that
-- would rewrite the largest table and slow intake down for what is only needed after classification.
-- Locks: none, new tables. Undo: drop both tables.
CREATE TABLE fingerprint (
    item_id         uuid PRIMARY KEY,
    text_hash       bytea,
    sim_hash        bigint,
    embedding       bytea,
    encoder         text,
    words           tsvector,
    unread_pictures text[] NOT NULL DEFAULT '{}',
    taken_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((embedding IS NULL) = (encoder IS NULL))
);
CREATE INDEX fingerprint_words ON fingerprint USING gin (words);
CREATE INDEX fingerprint_text ON fingerprint (text_hash) WHERE text_hash IS NOT NULL;
CREATE INDEX fingerprint_taken ON fingerprint (taken_at, item_id);
CREATE INDEX fingerprint_unread ON fingerprint (taken_at) WHERE unread_pictures <> '{}';

CREATE TABLE picture_fingerprint (
    item_id  uuid NOT NULL,
    sha256   text NOT NULL,
    pdq      bit(256) NOT NULL,
    quality  smallint NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (item_id, sha256)
);
