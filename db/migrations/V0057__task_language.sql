-- The head of each queue and language, for people who read some languages: what few items are in may wait behind a
-- million of others, and a claim must not walk past those.
-- Locks: SHARE while the index builds (no writes to review_task; seconds on a long queue).
-- Undo: DROP INDEX review_task_open_language.
CREATE INDEX review_task_open_language ON review_task (queue_key, language, deadline_at, id) WHERE state = 'OPEN';
