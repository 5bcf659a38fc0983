-- An item is looked at more than once: second looks, adjudication, appeals, reversals. Each look is a round of its own,
-- so `standing_decision (item_id, round)` goes on holding the rule, and a later look that takes effect supersedes the
-- earlier ones. `purpose` tells real work from tasks whose answers are never acted on (golden items, calibration).
-- Locks: ACCESS EXCLUSIVE on both tables for a moment (constant defaults, no rewrite); the new indexes are partial and
-- small. Undo: drop what is added, recreate review_task_once without the purpose.
ALTER TABLE decision ADD COLUMN kind text NOT NULL DEFAULT 'FIRST'
    CHECK (kind IN ('FIRST', 'SECOND', 'ADJUDICATION', 'APPEAL', 'REVERSAL', 'WAVE', 'AUTOMATION'));
-- What an appeal's decision said of the one before; `outcome` keeps saying what was found of the item.
ALTER TABLE decision ADD COLUMN appeal_outcome text CHECK (appeal_outcome IN ('UPHOLD', 'OVERTURN', 'CHANGE'));
ALTER TABLE decision ALTER COLUMN task_id DROP NOT NULL;

ALTER TABLE review_task ADD COLUMN purpose text NOT NULL DEFAULT 'LIVE'
    CHECK (purpose IN ('LIVE', 'GOLDEN', 'CALIBRATION'));
-- Until when a task is kept for reserved_for; null keeps it for good.
ALTER TABLE review_task ADD COLUMN reserved_until timestamptz;
DROP INDEX review_task_once;
CREATE UNIQUE INDEX review_task_once ON review_task (item_id, kind, round)
    WHERE state IN ('OPEN', 'CLAIMED') AND purpose = 'LIVE';
CREATE UNIQUE INDEX review_task_trial_once ON review_task (item_id, reserved_for)
    WHERE state IN ('OPEN', 'CLAIMED') AND purpose <> 'LIVE';
