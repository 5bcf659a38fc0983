-- Labels that somebody brings from elsewhere, to be part of label sets beside what the floor settled. A row is never
-- changed; withdrawing an import takes its texts away and leaves the rest, as erasing an item does.
-- Locks: none, new tables. Undo: drop both tables.
CREATE TABLE label_import (
    id           uuid PRIMARY KEY,
    name         text NOT NULL,
    licence      text NOT NULL,
    weight       double precision NOT NULL CHECK (weight > 0 AND weight <= 1),
    evaluation   boolean NOT NULL,
    created_by   uuid,
    created_at   timestamptz NOT NULL,
    withdrawn_at timestamptz
);

CREATE TABLE imported_label (
    id             uuid PRIMARY KEY,
    import_id      uuid NOT NULL REFERENCES label_import,
    source         text NOT NULL,
    external_id    text NOT NULL,
    text           text,
    language       text,
    author         text,
    labels         jsonb NOT NULL,
    weight         double precision NOT NULL CHECK (weight > 0 AND weight <= 1),
    decided_at     timestamptz NOT NULL,
    content_sha256 bytea NOT NULL,
    UNIQUE (import_id, source, external_id)
);
CREATE INDEX imported_label_page ON imported_label (import_id, id);
