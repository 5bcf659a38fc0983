-- What models said that score beside the champion, or whose scores did not count for an item: compared with people, shown
-- to nobody, and never routed by. Values are in the order of the label schema, null for a label that the model does not
-- have; an empty array says that the model failed at the item. Kept for as long as they can still be compared.
-- Beside them what was last measured of each model: its gates, and how long it takes beside the champion.
-- Locks: none, new tables. Undo: drop them.
CREATE TABLE shadow_score (
    item_id       uuid NOT NULL,
    model_version text NOT NULL,
    scored_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    score_values  real[] NOT NULL,
    PRIMARY KEY (item_id, model_version)
);
CREATE INDEX shadow_score_model ON shadow_score (model_version, scored_at);

CREATE TABLE model_gates (
    version     text PRIMARY KEY REFERENCES model,
    champion    text NOT NULL,
    measured_at timestamptz NOT NULL,
    passed      boolean NOT NULL,
    gates       jsonb NOT NULL
);

CREATE TABLE model_latency (
    version     text NOT NULL REFERENCES model,
    champion    text NOT NULL,
    ratio       double precision NOT NULL,
    low         double precision NOT NULL,
    high        double precision NOT NULL,
    rounds      integer NOT NULL,
    measured_at timestamptz NOT NULL,
    PRIMARY KEY (version, champion)
);
