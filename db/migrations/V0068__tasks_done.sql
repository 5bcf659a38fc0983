-- What was done in a stretch of time is counted by the Insights panels and the service objectives; without an index each of
-- them read every task there ever was. Deciding a task moves its row anyway (its state is in other indexes), so this costs
-- an entry of some 24 bytes a decision.
-- Locks: SHARE on review_task while it is built. Undo: DROP INDEX review_task_done.
CREATE INDEX review_task_done ON review_task (done_at) WHERE state = 'DONE';
