-- The EU database's category of the policies Docket starts with, which stood in the code until now: statements of
-- reasons take it from the policy version a decision is bound to. Versions that say one already keep it.
-- Locks: row locks on a few dozen rows of policy_version. Undo: set dsa_category to null for the keys below.
UPDATE policy_version AS version SET dsa_category = 'STATEMENT_CATEGORY_' || known.category
  FROM (VALUES ('hate', 'ILLEGAL_OR_HARMFUL_SPEECH'),
               ('harassment', 'CYBER_VIOLENCE'),
               ('violence', 'VIOLENCE'),
               ('sexual', 'OTHER_VIOLATION_TC'),
               ('self_harm', 'SELF_HARM'),
               ('spam', 'SCAMS_AND_FRAUD'),
               ('profanity', 'OTHER_VIOLATION_TC'),
               ('misinformation', 'NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS'),
               ('copyright', 'INTELLECTUAL_PROPERTY_INFRINGEMENTS'),
               ('illegal_other', 'RISK_FOR_PUBLIC_SECURITY')) AS known (policy_key, category)
 WHERE version.policy_key = known.policy_key AND version.dsa_category IS NULL;
