-- The two-person hold is there, so the starting policies may offer BAN. The first versions are changed in place: no
-- release carried them, and no decision refers to them without this line.
-- Locks: a few rows. Undo: array_remove(allowed_actions, 'BAN').
UPDATE policy_version SET allowed_actions = allowed_actions || '{BAN}'
 WHERE version = 1 AND policy_key IN ('hate', 'harassment', 'violence', 'sexual', 'spam', 'illegal_other')
   AND NOT 'BAN' = ANY(allowed_actions);
