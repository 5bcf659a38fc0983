-- Requests of authors and reporters to look at a decision again. What the decision was when it was appealed against
-- (severity, policies, who took it, which models had scored the item) is kept with the appeal, so that overturn rates
-- are counted in one table. `chain_id` is the decision that began what is disputed: one appeal of each appellant for
-- each chain, open or decided, and the index is the rule.
-- Locks: none, new tables. Undo: drop the table.
CREATE TABLE appeal (
    id             uuid PRIMARY KEY,
    item_id        uuid NOT NULL REFERENCES item,
    decision_id    uuid NOT NULL,
    chain_id       uuid NOT NULL,
    role           text NOT NULL CHECK (role IN ('AUTHOR', 'REPORTER')),
    appellant      text NOT NULL,
    statement      text,
    language       text NOT NULL,
    state          text NOT NULL CHECK (state IN ('RECEIVED', 'IN_REVIEW', 'DECIDED', 'WITHDRAWN')),
    severity       smallint NOT NULL CHECK (severity BETWEEN 1 AND 4),
    policies       text[] NOT NULL,
    model_versions text[] NOT NULL,
    first_decider  uuid,
    task_id        uuid NOT NULL,
    received_at    timestamptz NOT NULL,
    due_at         timestamptz NOT NULL,
    blind          boolean NOT NULL DEFAULT false,
    provisional    text,
    revealed_by    uuid,
    revealed_at    timestamptz,
    resolution_id  uuid,
    outcome        text CHECK (outcome IN ('UPHOLD', 'OVERTURN', 'CHANGE')),
    reasons        text,
    decided_by     uuid,
    decided_at     timestamptz,
    version        bigint NOT NULL DEFAULT 0,
    CHECK (state <> 'DECIDED' OR (outcome IS NOT NULL AND decided_at IS NOT NULL AND resolution_id IS NOT NULL)),
    CHECK ((revealed_by IS NULL) = (revealed_at IS NULL))
);
CREATE UNIQUE INDEX appeal_once ON appeal (chain_id, role, appellant) WHERE state <> 'WITHDRAWN';
CREATE UNIQUE INDEX appeal_task ON appeal (task_id);
CREATE INDEX appeal_item ON appeal (item_id);
CREATE INDEX appeal_resolution ON appeal (resolution_id) WHERE resolution_id IS NOT NULL;
CREATE INDEX appeal_due ON appeal (due_at, id) WHERE state IN ('RECEIVED', 'IN_REVIEW');
CREATE INDEX appeal_decided ON appeal (decided_at) WHERE state = 'DECIDED';
