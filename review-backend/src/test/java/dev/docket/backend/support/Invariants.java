package dev.docket.backend.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What must hold after every test that touched the database, whatever it tested: each statement finds no row.
public final class Invariants {
    private static final Map<String, String> BREACHES = new LinkedHashMap<>();

    static {
        BREACHES.put("a claimed task has a holder and a lease", """
                SELECT id::text FROM review_task
                 WHERE state = 'CLAIMED' AND (claimed_by IS NULL OR leased_until IS NULL OR lease_number = 0)
                """);
        BREACHES.put("an item has one standing decision a round", """
                SELECT item_id::text FROM decision WHERE state IN ('HELD', 'AWAITING_SECOND', 'EFFECTIVE')
                   AND person_id IS NOT NULL
                   AND EXISTS (SELECT FROM standing_decision s WHERE s.item_id = decision.item_id AND s.round = decision.round)
                 GROUP BY item_id, round HAVING count(*) > 1
                """);
        BREACHES.put("a decision has its audit entry", """
                SELECT id::text FROM decision
                 WHERE lease_number IS NOT NULL
                   AND NOT EXISTS (SELECT FROM audit_entry e
                                    WHERE e.action = 'decision.recorded' AND e.subject_id = decision.id::text)
                """);
        BREACHES.put("a decision that is held, waits or is in effect stands, and only such a one", """
                SELECT id::text FROM decision
                 WHERE lease_number IS NOT NULL
                   AND (state IN ('HELD', 'AWAITING_SECOND', 'EFFECTIVE'))
                    <> EXISTS (SELECT FROM standing_decision s WHERE s.decision_id = decision.id)
                   AND state <> 'SUPERSEDED'
                """);
        BREACHES.put("an effective decision is numbered once", """
                SELECT min(id::text) FROM decision
                 WHERE state = 'EFFECTIVE' AND lease_number IS NOT NULL
                 GROUP BY effective_seq HAVING count(*) > 1 OR effective_seq IS NULL
                """);
        BREACHES.put("an item has one decision in effect", """
                SELECT item_id::text FROM decision WHERE state = 'EFFECTIVE' GROUP BY item_id HAVING count(*) > 1
                """);
        BREACHES.put("a sealed audit entry is still there", """
                SELECT sequence::text FROM audit_link l
                 WHERE NOT EXISTS (SELECT FROM audit_entry e WHERE e.id = l.entry_id AND e.at = l.entry_at)
                """);
        BREACHES.put("an audit entry is sealed or awaits it", """
                SELECT id::text FROM audit_entry e
                 WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id)
                   AND NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.entry_id = e.id)
                """);
    }

    private Invariants() {}

    public static void check(JdbcClient jdbc) {
        BREACHES.forEach((rule, breaches) -> assertThat(
                        jdbc.sql(breaches).query(String.class).list())
                .as(rule)
                .isEmpty());
    }
}
