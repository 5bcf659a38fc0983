package dev.docket.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@FloorTest
class AuditTrailTest {
    @Autowired
    private AuditTrail trail;

    @Autowired
    private Sealing sealing;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private FloorClient floor;

    @Test
    void nothingIsWrittenOutsideATransaction() {
        assertThatThrownBy(() -> append("a")).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatIsRolledBackLeavesNoEntry() {
        transaction.executeWithoutResult(status -> {
            append("a");
            status.setRollbackOnly();
        });
        assertThat(supervisor().get("/api/v1/audit").json().path("items")).isEmpty();
    }

    @Test
    void pagesNewestFirstThroughTheFilters() {
        for (var subject : new String[] {"a", "b", "a", "a"}) {
            transaction.executeWithoutResult(status -> append(subject));
        }
        SealedTrail.await(sealing);
        var first = supervisor()
                .get("/api/v1/audit?subjectKind=task&subject=a&limit=2")
                .json();
        assertThat(first.path("items")).hasSize(2);
        assertThat(first.path("items").get(0).path("at").asString())
                .isGreaterThan(first.path("items").get(1).path("at").asString());
        assertThat(first.path("items").get(0).path("hash").asString()).hasSize(64);
        var second = supervisor()
                .get("/api/v1/audit?subject=a&limit=2&after="
                        + first.path("next").asString())
                .json();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(supervisor().get("/api/v1/audit?after=nonsense").status()).isEqualTo(422);
        assertThat(supervisor().get("/api/v1/audit?from=yesterday").status()).isEqualTo(422);
        assertThat(supervisor().get("/api/v1/audit?action=task.skipped").json().path("items"))
                .isEmpty();
    }

    @Test
    void theCheckIsServed() {
        transaction.executeWithoutResult(status -> append("a"));
        SealedTrail.await(sealing);
        var verification = supervisor().get("/api/v1/audit/verify").json();
        assertThat(verification.path("valid").asBoolean()).isTrue();
        assertThat(verification.path("entries").asInt()).isPositive();
    }

    @Test
    void moderatorsDoNotReadTheTrail() {
        var mod = floor.as(TestCallers.person("mo", Role.MODERATOR).token());
        assertThat(mod.get("/api/v1/audit").status()).isEqualTo(403);
        assertThat(mod.get("/api/v1/audit/verify").status()).isEqualTo(403);
    }

    private void append(String subject) {
        trail.append(new Actor.Automation("test"), "task.claimed", "task", subject, Map.of("lease", 7));
    }

    private FloorClient supervisor() {
        return floor.as(
                TestCallers.person("sue" + System.nanoTime(), Role.SUPERVISOR).token());
    }
}
