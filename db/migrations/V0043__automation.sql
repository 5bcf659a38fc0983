-- Which policies may act without a person (two people say so), the switch that stops all of them, and the random audit
-- share with its versions. No row is the safe or the configured side: a policy without one acts on nothing.
-- Locks: none on the new tables; building assessment_at blocks writes to assessment while it reads it once.
-- Undo: drop the tables and the index.
CREATE TABLE policy_automation (
    policy_key   text PRIMARY KEY REFERENCES policy,
    state        text NOT NULL CHECK (state IN ('OFF', 'PENDING', 'ON')),
    version      integer NOT NULL,
    asked_by     uuid REFERENCES person,
    asked_at     timestamptz,
    confirmed_by uuid REFERENCES person,
    changed_at   timestamptz NOT NULL,
    CHECK (state = 'OFF' OR asked_by IS NOT NULL),
    CHECK (state <> 'ON' OR (confirmed_by IS NOT NULL AND confirmed_by <> asked_by))
);

-- The last row holds.
CREATE TABLE automation_switch (
    version    integer PRIMARY KEY,
    is_on      boolean NOT NULL,
    changed_by uuid NOT NULL REFERENCES person,
    changed_at timestamptz NOT NULL
);

CREATE TABLE audit_share (
    version    integer PRIMARY KEY,
    share      double precision NOT NULL CHECK (share BETWEEN 0 AND 1),
    changed_by uuid NOT NULL REFERENCES person,
    changed_at timestamptz NOT NULL
);

-- The simulator reads the last items, whatever they are.
CREATE INDEX assessment_at ON assessment (assessed_at DESC, id DESC);
