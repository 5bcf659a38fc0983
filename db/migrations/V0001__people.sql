-- People, their sessions, and the API keys of programs.
-- Locks: none, new tables. Undo: drop the tables.
CREATE TABLE person (
    id            uuid PRIMARY KEY,
    username      text NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    display_name  text NOT NULL,
    password_hash text,
    roles         text[] NOT NULL,
    skills        text[] NOT NULL DEFAULT '{}',
    languages     text[] NOT NULL DEFAULT '{*}',
    queues        text[] NOT NULL DEFAULT '{*}',
    settings      jsonb NOT NULL DEFAULT '{}',
    version       bigint NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,
    disabled_at   timestamptz
);

CREATE TABLE person_session (
    token_hash bytea PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES person,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX person_session_expiry ON person_session (expires_at);

CREATE TABLE api_key (
    id         uuid PRIMARY KEY,
    name       text NOT NULL,
    prefix     text NOT NULL,
    key_hash   bytea NOT NULL UNIQUE,
    scopes     text[] NOT NULL,
    created_by uuid REFERENCES person,
    created_at timestamptz NOT NULL,
    version    bigint NOT NULL DEFAULT 0,
    revoked_at timestamptz
);
