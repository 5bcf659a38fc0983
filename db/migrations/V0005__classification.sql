-- Classification jobs (leased by workers) and the assessments they end in.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE classification_job (
    item_id      uuid PRIMARY KEY REFERENCES item,
    state        text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'LEASED', 'DEAD')),
    attempts     integer NOT NULL DEFAULT 0,
    enqueued_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    available_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    leased_until timestamptz,
    lease_number bigint NOT NULL DEFAULT 0,
    last_error   text,
    CHECK (state <> 'LEASED' OR leased_until IS NOT NULL)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX classification_job_waiting ON classification_job (available_at, item_id) WHERE state = 'WAITING';
CREATE INDEX classification_job_leased ON classification_job (leased_until) WHERE state = 'LEASED';

CREATE TABLE assessment (
    id                   uuid PRIMARY KEY,
    item_id              uuid NOT NULL REFERENCES item,
    assessed_at          timestamptz NOT NULL,
    unscored             boolean NOT NULL,
    unscored_reason      text,
    scores               jsonb NOT NULL,
    explanation          jsonb NOT NULL DEFAULT '{}',
    filters              jsonb NOT NULL DEFAULT '[]',
    model_versions       jsonb NOT NULL DEFAULT '{}',
    policy_versions      jsonb NOT NULL DEFAULT '{}',
    route                text NOT NULL CHECK (route IN ('ALLOW', 'ACT', 'REVIEW')),
    route_reason         text NOT NULL,
    sampling_probability double precision,
    UNIQUE (item_id, id)
);
CREATE INDEX assessment_latest ON assessment (item_id, assessed_at DESC);
