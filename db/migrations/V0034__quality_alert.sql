-- Agreement or accuracy below what the floor wants. One open row for each thing that is wrong; it is cleared when it holds
-- no more, and raised anew when it comes back.
-- Locks: none, a new table. Undo: drop the table.
CREATE TABLE quality_alert (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('AGREEMENT', 'ACCURACY')),
    policy_key      text NOT NULL DEFAULT '',
    person_id       uuid NOT NULL,
    other_id        uuid,
    value           double precision NOT NULL,
    low             double precision NOT NULL,
    high            double precision NOT NULL,
    observations    integer NOT NULL,
    threshold       double precision NOT NULL,
    raised_at       timestamptz NOT NULL,
    acknowledged_by uuid,
    acknowledged_at timestamptz,
    cleared_at      timestamptz
);
CREATE UNIQUE INDEX quality_alert_open ON quality_alert (kind, policy_key, person_id, other_id) NULLS NOT DISTINCT
    WHERE cleared_at IS NULL;
