package dev.docket.backend.enforcement.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.enforcement.Announcements;
import dev.docket.backend.enforcement.MessageType;
import dev.docket.backend.review.DecisionSuperseded;
import dev.docket.backend.review.DecisionTookEffect;
import dev.docket.backend.review.PastDecisions;
import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorTest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@FloorTest
class ReversalsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T06:00:15Z");
    private static final String BOTH = """
            [{"type":"REMOVE"},{"type":"SUSPEND","until":"2099-01-01T00:00:00Z"}]""";

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Announcements messages;

    @Autowired
    private PastDecisions decisions;

    @Autowired
    private Terms terms;

    @Test
    void anOverturnTakesEveryActionBack() {
        var item = Decided.item("u-1");
        var removal = Decided.violation(item, 1, 2, BOTH);
        var approval = Decided.approval(item, 2);
        supersede(removal, approval, item, true);

        var told = told(item);
        assertThat(told).hasSize(1);
        var data = told.getFirst().path("data");
        assertThat(data.path("decisionId").asString()).isEqualTo(removal.toString());
        assertThat(data.path("by").asString()).isEqualTo(approval.toString());
        assertThat(data.path("reason").asString()).isEqualTo("SUPERSEDED");
        assertThat(data.path("compensations")
                        .valueStream()
                        .map(one -> one.path("compensation").asString()))
                .containsExactly("RESTORE", "REINSTATE");
    }

    @Test
    void whatStillHoldsIsLeftAlone() {
        var item = Decided.item("u-1");
        var first = Decided.violation(item, 1, 2, BOTH);
        supersede(first, Decided.violation(item, 2, 1, "[{\"type\":\"REMOVE\"}]"), item, true);

        assertThat(told(item).getFirst().path("data").path("compensations").size())
                .isEqualTo(1);
        assertThat(told(item).toString()).contains("REINSTATE").doesNotContain("RESTORE");
    }

    @Test
    void nothingIsSaidOfADecisionConfirmedOrNeverTold() {
        var item = Decided.item("u-1");
        var first = Decided.violation(item, 1, 2, BOTH);
        supersede(first, Decided.violation(item, 2, 3, BOTH), item, true);
        supersede(first, Decided.approval(item, 3), item, false);

        assertThat(told(item)).isEmpty();
    }

    @Test
    void otherModulesSendWithinTheirTransaction() {
        var item = Decided.item("u-1");
        transaction.executeWithoutResult(status -> {
            messages.announce(MessageType.APPEAL_RECEIVED, item, NOW, List.of());
            status.setRollbackOnly();
        });
        assertThat(told(item)).isEmpty();
        transaction.executeWithoutResult(
                status -> messages.announce(MessageType.APPEAL_RECEIVED, item, NOW, List.of("something")));
        assertThat(told(item).getFirst().path("type").asString()).isEqualTo("appeal.received");
    }

    @Test
    void aSuspensionEndsAtItsTimeOnce() throws Exception {
        var item = Decided.item("u-1");
        var decision = Decided.violation(item, 1, 2, """
                [{"type":"REMOVE"},{"type":"SUSPEND","until":"2026-11-01T00:00:00Z"}]""");
        takeEffect(decision);
        try (var floors = Executors.newVirtualThreadPerTaskExecutor()) {
            floors.invokeAll(Collections.<Callable<Integer>>nCopies(20, terms::expire));
        }
        assertThat(told(item)).hasSize(1);
        var data = told(item).getFirst().path("data");
        assertThat(data.path("reason").asString()).isEqualTo("EXPIRED");
        assertThat(data.path("by").isNull()).isTrue();
        assertThat(data.path("compensations").toString()).contains("REINSTATE").doesNotContain("RESTORE");
        supersede(decision, Decided.approval(item, 2), item, true);
        assertThat(told(item).getLast().path("data").path("compensations").toString())
                .as("what has ended is not ended again")
                .contains("RESTORE")
                .doesNotContain("REINSTATE");
    }

    @Test
    void nothingEndsBeforeTheDatabaseSaysSo() {
        var item = Decided.item("u-1");
        takeEffect(Decided.violation(item, 1, 2, "[{\"type\":\"SUSPEND\",\"until\":\"2099-01-01T00:00:00Z\"}]"));
        assertThat(terms.expire()).isZero();
        assertThat(told(item)).isEmpty();
    }

    @Test
    void aSupersededSuspensionDoesNotEndASecondTime() {
        var item = Decided.item("u-1");
        var decision = Decided.violation(item, 1, 2, BOTH);
        takeEffect(decision);
        supersede(decision, Decided.approval(item, 2), item, true);
        jdbc.sql("UPDATE action_term SET ends_at = now() - interval '1 second'").update();
        terms.expire();
        assertThat(told(item)).hasSize(1);
    }

    private void takeEffect(UUID decision) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new DecisionTookEffect(decisions.find(decision).orElseThrow(), NOW)));
    }

    private void supersede(UUID earlier, UUID later, UUID item, boolean wasEffective) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new DecisionSuperseded(earlier, later, item, wasEffective, NOW)));
    }

    private List<JsonNode> told(UUID item) {
        return jdbc
                .sql("SELECT payload::text FROM outbox_message WHERE item_id = :item ORDER BY sequence")
                .param("item", item)
                .query(String.class)
                .stream()
                .map(new JsonMapper()::readTree)
                .toList();
    }
}
