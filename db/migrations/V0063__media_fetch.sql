-- Media that a platform named by address, waiting to be fetched; leased by workers as classification jobs are. An item is
-- classified when none of its media waits here any more.
-- Locks: none, a new table. Undo: drop it; items whose media wait must then be given their classification job by hand.
CREATE TABLE media_fetch (
    item_id      uuid NOT NULL REFERENCES item,
    medium       integer NOT NULL CHECK (medium >= 0),
    kind         text NOT NULL CHECK (kind IN ('IMAGE', 'VIDEO')),
    url          text NOT NULL,
    state        text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'LEASED')),
    attempts     integer NOT NULL DEFAULT 0,
    available_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    leased_until timestamptz,
    lease_number bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (item_id, medium),
    CHECK (state <> 'LEASED' OR leased_until IS NOT NULL)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX media_fetch_waiting ON media_fetch (available_at, item_id) WHERE state = 'WAITING';
CREATE INDEX media_fetch_leased ON media_fetch (leased_until) WHERE state = 'LEASED';
