-- What a policy version says beyond its thresholds: thresholds per language, the severities a finding may have, who may
-- decide, grace time, the EU database's category, whether it is in use; who published it.
-- Locks: ACCESS EXCLUSIVE on policy_version and policy_label for a moment (constant defaults, a few hundred rows).
-- Undo: drop the columns, delete rows of policy_label whose language is not '*' and restore its key.
ALTER TABLE policy_version
    ADD COLUMN min_severity  smallint NOT NULL DEFAULT 1 CHECK (min_severity BETWEEN 1 AND 4),
    ADD COLUMN max_severity  smallint NOT NULL DEFAULT 4 CHECK (max_severity BETWEEN 1 AND 4),
    ADD COLUMN minimum_role  text NOT NULL DEFAULT 'MODERATOR'
        CHECK (minimum_role IN ('MODERATOR', 'SENIOR', 'SUPERVISOR')),
    ADD COLUMN skills        text[] NOT NULL DEFAULT '{}',
    ADD COLUMN grace_seconds integer CHECK (grace_seconds BETWEEN 0 AND 3600),
    ADD COLUMN dsa_category  text,
    ADD COLUMN active        boolean NOT NULL DEFAULT true,
    ADD COLUMN published_by  uuid;
ALTER TABLE policy_version ADD CHECK (default_severity BETWEEN min_severity AND max_severity);

-- '*' is every language that has no threshold of its own. act_threshold no longer says whether the policy acts by
-- itself: policy_automation does.
ALTER TABLE policy_label ADD COLUMN language text NOT NULL DEFAULT '*';
ALTER TABLE policy_label DROP CONSTRAINT policy_label_pkey;
ALTER TABLE policy_label ADD PRIMARY KEY (policy_key, version, label, language);
ALTER TABLE policy_label ADD CHECK (act_threshold >= review_threshold);
