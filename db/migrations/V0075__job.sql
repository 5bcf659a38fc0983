-- Jobs: work that takes longer than a request. Leased by the database's clock under a number that only rises; a killed
-- floor's job is taken up by another from its last checkpoint.
-- Locks: none on what exists.
-- Undo: DROP TABLE job.
CREATE TABLE job (
    id            uuid PRIMARY KEY,
    kind          text NOT NULL,
    state         text NOT NULL DEFAULT 'QUEUED'
                  CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    progress      double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    message       text,
    parameters    jsonb NOT NULL,
    checkpoint    jsonb,
    result        jsonb,
    cancelling    boolean NOT NULL DEFAULT false,
    attempts      integer NOT NULL DEFAULT 0,
    lease_number  bigint NOT NULL DEFAULT 0,
    leased_until  timestamptz,
    created_by    uuid,
    created_at    timestamptz NOT NULL,
    started_at    timestamptz,
    finished_at   timestamptz,
    CHECK ((state = 'RUNNING') = (leased_until IS NOT NULL)),
    CHECK ((finished_at IS NOT NULL) = (state IN ('DONE', 'FAILED', 'CANCELLED')))
);
CREATE INDEX job_open ON job (created_at, id) WHERE state IN ('QUEUED', 'RUNNING');
