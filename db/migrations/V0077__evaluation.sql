-- Evaluations of models on splits that they have not seen, with the score of every row: gates compare two models on the
-- same rows. No content: rows name items.
-- Locks: none on what exists.
-- Undo: DROP TABLE evaluation_row, evaluation.
CREATE TABLE evaluation (
    model_version text PRIMARY KEY,
    label_set     text NOT NULL,
    split         text NOT NULL,
    champion      text,
    figures       jsonb NOT NULL,
    evaluated_at  timestamptz NOT NULL
);

CREATE TABLE evaluation_row (
    model_version  text NOT NULL REFERENCES evaluation ON DELETE CASCADE,
    label          text NOT NULL,
    item_id        uuid NOT NULL,
    truth          boolean NOT NULL,
    weight         double precision NOT NULL,
    score          double precision NOT NULL,
    champion_score double precision,
    language       text NOT NULL,
    source         text NOT NULL,
    group_key      bigint NOT NULL,
    PRIMARY KEY (model_version, label, item_id)
);
