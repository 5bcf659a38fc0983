-- The registry of models: every version there is, and where it is in its life. The files of a package lie in the home's
-- folder; those of a bearable size are kept here as well, so that every floor of this database can have them.
-- At most one champion and one canary of a medium: the indexes are the rule. `canary_salt` decides which items are a
-- canary's, anew for each model; `predecessor` is where a rollback returns to.
-- Locks: none, new tables. Undo: drop them; the floors then serve what ships with Docket.
CREATE TABLE model (
    version         text PRIMARY KEY,
    name            text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('heads', 'text', 'image')),
    medium          text NOT NULL CHECK (medium IN ('TEXT', 'IMAGE')),
    manifest        jsonb NOT NULL,
    manifest_sha256 bytea NOT NULL,
    origin          text NOT NULL CHECK (origin IN ('SHIPPED', 'IMPORTED', 'UPLOADED', 'TRAINED')),
    label_set       text,
    job_id          uuid,
    state           text NOT NULL CHECK (state IN ('CANDIDATE', 'SHADOW', 'CANARY', 'CHAMPION', 'RETIRED')),
    state_since     timestamptz NOT NULL,
    shadow_since    timestamptz,
    canary_share    double precision CHECK (canary_share > 0 AND canary_share < 1),
    canary_salt     uuid NOT NULL DEFAULT gen_random_uuid(),
    predecessor     text,
    reason          text,
    created_by      uuid,
    created_at      timestamptz NOT NULL,
    CHECK ((state = 'CANARY') = (canary_share IS NOT NULL))
);
CREATE UNIQUE INDEX model_champion ON model (medium) WHERE state = 'CHAMPION';
CREATE UNIQUE INDEX model_canary ON model (medium) WHERE state = 'CANARY';

CREATE TABLE model_file (
    version text NOT NULL REFERENCES model,
    name    text NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (version, name)
);
ALTER TABLE model_file ALTER COLUMN content SET STORAGE EXTERNAL;

-- Whose word a model has that it may serve. A model that goes into shadow again needs new ones.
CREATE TABLE model_approval (
    version     text NOT NULL REFERENCES model,
    person_id   uuid NOT NULL,
    approved_at timestamptz NOT NULL,
    PRIMARY KEY (version, person_id)
);
