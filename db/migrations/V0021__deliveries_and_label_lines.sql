-- Webhooks: a receiver that answered 410 is disabled until something is replayed to it; what is due is found per webhook,
-- so that a receiver with a long backlog costs the others nothing.
-- Label sets: a row keeps its exported line without the text, and the SHA-256 of the line with it. The text stays in the
-- item alone, so that erasing an item reaches every set, while what was exported before can still be proved.
-- Locks: each table for a moment; they are empty but on floors that ran before this file. Undo: drop what is added.
ALTER TABLE webhook ADD COLUMN disabled_at timestamptz;

ALTER TABLE webhook_delivery SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01);
DROP INDEX webhook_delivery_due;
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, next_attempt_at) WHERE state = 'PENDING';
CREATE INDEX webhook_delivery_page ON webhook_delivery (webhook_id, sequence DESC);

-- Bytes of each export by format and split, such as {"jsonl": 90, "jsonl/train": 70}.
ALTER TABLE label_set ADD COLUMN sizes jsonb NOT NULL DEFAULT '{}';
ALTER TABLE label_set_row ADD COLUMN line text NOT NULL DEFAULT '{}';
ALTER TABLE label_set_row ADD COLUMN line_sha256 bytea NOT NULL DEFAULT '';
CREATE INDEX label_set_row_item ON label_set_row (item_id);
