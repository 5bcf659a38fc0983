-- The outbox of messages to platforms, and the webhooks they go to.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE outbox_message (
    id          uuid PRIMARY KEY,
    sequence    bigint GENERATED ALWAYS AS IDENTITY,
    type        text NOT NULL,
    item_id     uuid,
    decision_id uuid,
    payload     jsonb NOT NULL,
    state       text NOT NULL CHECK (state IN ('HELD', 'READY', 'FANNED_OUT', 'CANCELLED')),
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX outbox_message_ready ON outbox_message (sequence) WHERE state = 'READY';
CREATE UNIQUE INDEX outbox_message_once ON outbox_message (decision_id, type) WHERE decision_id IS NOT NULL;

CREATE TABLE webhook (
    id         uuid PRIMARY KEY,
    url        text NOT NULL,
    secret     text NOT NULL,
    events     text[] NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE TABLE webhook_delivery (
    webhook_id      uuid NOT NULL REFERENCES webhook,
    message_id      uuid NOT NULL REFERENCES outbox_message,
    sequence        bigint NOT NULL,
    item_id         uuid,
    state           text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'DELIVERED', 'DEAD')),
    attempts        integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    first_tried_at  timestamptz,
    leased_until    timestamptz,
    last_status     integer,
    last_error      text,
    delivered_at    timestamptz,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (webhook_id, message_id)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_attempt_at) WHERE state = 'PENDING';
CREATE INDEX webhook_delivery_order ON webhook_delivery (webhook_id, item_id, sequence) WHERE state = 'PENDING';
