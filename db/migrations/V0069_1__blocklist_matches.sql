-- How many items met each term and each list, by the hour: kept in memory and written once in a while, so that no item costs
-- a statement. A list is counted by itself, since an item may meet several of its terms.
-- Locks: none on what exists. Undo: drop both tables.
CREATE TABLE term_match (
    term_id bigint NOT NULL REFERENCES blocklist_term ON DELETE CASCADE,
    hour    timestamptz NOT NULL,
    items   bigint NOT NULL,
    PRIMARY KEY (term_id, hour)
);
CREATE INDEX term_match_hour ON term_match (hour);

CREATE TABLE blocklist_match (
    list_id uuid NOT NULL REFERENCES blocklist ON DELETE CASCADE,
    hour    timestamptz NOT NULL,
    items   bigint NOT NULL,
    PRIMARY KEY (list_id, hour)
);
CREATE INDEX blocklist_match_hour ON blocklist_match (hour);
