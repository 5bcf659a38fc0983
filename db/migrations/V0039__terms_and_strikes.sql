-- How long actions hold, and what counts against an author: actions end by themselves at their time, strikes lapse, and
-- strikes that add up propose an action that a person then takes or not.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE action_term (
    decision_id uuid NOT NULL,
    action      text NOT NULL,
    item_id     uuid NOT NULL,
    ends_at     timestamptz NOT NULL,
    state       text NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'EXPIRED', 'WITHDRAWN')),
    ended_at    timestamptz,
    PRIMARY KEY (decision_id, action),
    CHECK ((state = 'RUNNING') = (ended_at IS NULL))
);
CREATE INDEX action_term_due ON action_term (ends_at) WHERE state = 'RUNNING';

-- One row for a violation in effect. points count until lapses_at unless they were given back.
CREATE TABLE strike (
    decision_id uuid PRIMARY KEY,
    item_id     uuid NOT NULL,
    source      text NOT NULL,
    author      text NOT NULL,
    severity    smallint NOT NULL CHECK (severity BETWEEN 1 AND 4),
    points      integer NOT NULL CHECK (points > 0),
    given_at    timestamptz NOT NULL,
    lapses_at   timestamptz NOT NULL,
    returned_at timestamptz,
    returned_by uuid
);
CREATE INDEX strike_author ON strike (source, author, given_at DESC);
CREATE INDEX strike_replaced ON strike (returned_by) WHERE returned_by IS NOT NULL;

CREATE TABLE strike_proposal (
    id          uuid PRIMARY KEY,
    source      text NOT NULL,
    author      text NOT NULL,
    action      text NOT NULL,
    points      integer NOT NULL,
    item_id     uuid NOT NULL,
    state       text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ACCEPTED', 'DISMISSED', 'WITHDRAWN')),
    proposed_at timestamptz NOT NULL,
    settled_at  timestamptz,
    settled_by  uuid,
    decision_id uuid,
    reason      text,
    CHECK ((state = 'OPEN') = (settled_at IS NULL))
);
CREATE UNIQUE INDEX strike_proposal_open ON strike_proposal (source, author) WHERE state = 'OPEN';
CREATE INDEX strike_proposal_author ON strike_proposal (source, author, proposed_at DESC);
CREATE INDEX strike_proposal_list ON strike_proposal (state, id);
