-- What platforms were told of appeals, by item: erasing an item takes the words out of it.
-- Locks: SHARE on outbox_message while the index builds; it holds few of its rows.
-- Undo: DROP INDEX outbox_message_appeal.
CREATE INDEX outbox_message_appeal ON outbox_message (item_id) WHERE type = 'appeal.decided';
