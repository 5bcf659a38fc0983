-- Coaching cards that a supervisor sent to the person whose look it was, with a word, and when that person read it. The
-- cards themselves are worked out anew each time; a note is about one person and one item.
-- Locks: none. Undo: DROP TABLE coaching_note.
CREATE TABLE coaching_note (
    person_id       uuid NOT NULL,
    item_id         uuid NOT NULL REFERENCES item,
    note            text,
    sent_by         uuid NOT NULL,
    sent_at         timestamptz NOT NULL,
    acknowledged_at timestamptz,
    PRIMARY KEY (person_id, item_id)
);
CREATE INDEX coaching_note_item ON coaching_note (item_id);
