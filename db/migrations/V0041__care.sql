-- What the work does to the people who do it: exposure a person and day, the present stretch of work, and how each wants
-- to be looked after. Read for one person at a time, or as a sum over a whole floor and week.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE exposure (
    person_id     uuid NOT NULL,
    day           date NOT NULL,
    points        double precision NOT NULL,
    seconds       double precision NOT NULL,
    harsh_seconds double precision NOT NULL,
    items         integer NOT NULL,
    PRIMARY KEY (person_id, day)
) WITH (fillfactor = 80);
CREATE INDEX exposure_day ON exposure (day);

CREATE TABLE work_stretch (
    person_id     uuid PRIMARY KEY,
    began_at      timestamptz NOT NULL,
    last_at       timestamptz NOT NULL,
    harsh_seconds double precision NOT NULL,
    reminded_at   timestamptz,
    rest_until    timestamptz
) WITH (fillfactor = 80);

CREATE TABLE care_settings (
    person_id   uuid PRIMARY KEY,
    reminders   boolean NOT NULL,
    break_every integer NOT NULL CHECK (break_every BETWEEN 10 AND 240),
    daily_cap   integer CHECK (daily_cap > 0)
);
