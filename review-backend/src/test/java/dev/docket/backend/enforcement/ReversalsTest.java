package dev.docket.backend.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.review.DecisionSuperseded;
import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@FloorTest
class ReversalsTest {
    private static final String BOTH = """
            [{"type":"REMOVE"},{"type":"SUSPEND","until":"2099-01-01T00:00:00Z"}]""";

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OutgoingMessages messages;

    @Test
    void anOverturnTakesEveryActionBackOnce() {
        var item = Decided.item("u-1");
        var removal = Decided.violation(item, 1, 2, BOTH);
        var approval = Decided.approval(item, 2);
        supersede(removal, approval, item, true);
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
            messages.send(MessageType.APPEAL_RECEIVED, item, List.of());
            status.setRollbackOnly();
        });
        assertThat(told(item)).isEmpty();
        transaction.executeWithoutResult(
                status -> messages.send(MessageType.APPEAL_RECEIVED, item, List.of("something")));
        assertThat(told(item).getFirst().path("type").asString()).isEqualTo("appeal.received");
    }

    private void supersede(UUID earlier, UUID later, UUID item, boolean wasEffective) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new DecisionSuperseded(earlier, later, item, wasEffective, Instant.parse("2026-11-21T06:00:15Z"))));
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
