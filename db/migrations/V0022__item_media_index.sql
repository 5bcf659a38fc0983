-- Finds other items with the same stored bytes when one is erased, without reading every item.
-- Locks: SHARE on item while it builds (no writes; short on a young floor). Undo: DROP INDEX item_media.
CREATE INDEX item_media ON item USING gin (media jsonb_path_ops) WHERE media <> '[]';
