-- Policies and their immutable versions.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE policy (
    key             text PRIMARY KEY CHECK (key ~ '^[a-z][a-z0-9_]{0,63}$'),
    current_version integer NOT NULL,
    position        integer NOT NULL
);

CREATE TABLE policy_version (
    policy_key       text NOT NULL REFERENCES policy DEFERRABLE INITIALLY DEFERRED,
    version          integer NOT NULL,
    title            text NOT NULL,
    text             text NOT NULL,
    default_severity smallint NOT NULL CHECK (default_severity BETWEEN 1 AND 4),
    allowed_actions  text[] NOT NULL,
    default_action   text NOT NULL,
    published_at     timestamptz NOT NULL,
    PRIMARY KEY (policy_key, version)
);

-- Which labels feed a policy version. act_threshold is null while automatic action is off.
CREATE TABLE policy_label (
    policy_key       text NOT NULL,
    version          integer NOT NULL,
    label            text NOT NULL,
    review_threshold double precision NOT NULL CHECK (review_threshold BETWEEN 0 AND 1),
    act_threshold    double precision CHECK (act_threshold BETWEEN 0 AND 1),
    is_primary       boolean NOT NULL DEFAULT false,
    PRIMARY KEY (policy_key, version, label),
    FOREIGN KEY (policy_key, version) REFERENCES policy_version
);
