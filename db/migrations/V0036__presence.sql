-- Who has an item before them. Short-lived and rebuilt by heartbeats, so it need not survive a crash of the database.
-- Locks: none, new table. Undo: drop the table.
CREATE UNLOGGED TABLE item_presence (
    item_id   uuid NOT NULL,
    person_id uuid NOT NULL,
    seen_at   timestamptz NOT NULL,
    PRIMARY KEY (item_id, person_id)
) WITH (fillfactor = 70);
