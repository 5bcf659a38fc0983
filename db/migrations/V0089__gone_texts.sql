-- How many rows of a label set have lost their text is asked before each export. It is found from what is gone, which is
-- little, and not by looking at every row. The predicates speak of columns that change when a text goes and at no other
-- time: an index over `state` would make every step of every item write all of its indexes (no HOT).
-- Locks: SHARE on item and imported_label while each is read once. Undo: drop both indexes.
CREATE INDEX item_erased ON item (id) WHERE erased_at IS NOT NULL;
CREATE INDEX imported_label_gone ON imported_label (id) WHERE text IS NULL;
