-- Two indexes less for every claim, renewal and decision to write. Leases that ran out are looked for among the claimed
-- tasks, which are few; and without an index over them, prolonging a lease changes nothing that is indexed (HOT), and how
-- many tasks somebody holds is always looked up by holder: with statistics of a floor where nothing was claimed, the planner
-- took the other index and read everybody's. What stands for an item and round is found by those.
-- Locks: ACCESS EXCLUSIVE on review_task and standing_decision for a moment.
-- Undo: CREATE INDEX review_task_leased ON review_task (leased_until) WHERE state = 'CLAIMED';
--       ALTER TABLE standing_decision ADD UNIQUE (decision_id);
DROP INDEX review_task_leased;
ALTER TABLE standing_decision DROP CONSTRAINT standing_decision_decision_id_key;
