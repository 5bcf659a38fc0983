package dev.docket.backend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestDatabase;
import dev.docket.dto.people.Role;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// People who work on the floor over HTTP, as their desks would.
final class Floorwork {
    static final String BAN = violation("hate", 3, "BAN");
    static final String CRITICAL = violation("harassment", 4, "REMOVE");
    static final String MILD = violation("harassment", 2, "REMOVE");

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.shared().ownerDataSource());

    private Floorwork() {}

    static String violation(String policy, int severity, String action) {
        return """
                "outcome":"VIOLATION","violations":[{"policy":"%s","severity":%d}],"actions":[{"type":"%s"}]""".formatted(policy, severity, action);
    }

    /// Somebody at their desk.
    record Worker(TestCallers.SignedIn person, FloorClient floor) {
        static Worker of(FloorClient floor, String name, Role... roles) {
            var person = TestCallers.person(name, roles);
            return new Worker(person, floor.as(person.token()));
        }

        /// What they are given; missing when nothing waits for them.
        JsonNode claim(String queue) {
            var answer = floor.post("/api/v1/claims", "{\"queues\":[\"" + queue + "\"],\"count\":1}");
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.json().path("tasks").path(0);
        }

        FloorClient.Answer decide(JsonNode task, String finding) {
            return floor.post(
                    "/api/v1/tasks/" + task.path("id").asString() + "/decision",
                    "{\"lease\":%d,%s}"
                            .formatted(task.path("lease").path("number").asLong(), finding),
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        }

        /// Claims and decides.
        ///
        /// @return the receipt
        JsonNode work(String queue, String finding) {
            var task = claim(queue);
            assertThat(task.isMissingNode()).as("something waits in " + queue).isFalse();
            var answer = decide(task, finding);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            return answer.json();
        }

        FloorClient.Answer reverse(JsonNode receipt, String body) {
            return floor.post("/api/v1/decisions/" + decision(receipt) + "/reverse", body);
        }
    }

    static String decision(JsonNode receipt) {
        return receipt.path("decisionId").asString();
    }

    static String state(JsonNode receipt) {
        return JDBC.sql("SELECT state FROM decision WHERE id = :id::uuid")
                .param("id", decision(receipt))
                .query(String.class)
                .single();
    }

    static void takeEffect(JsonNode receipt) {
        Tasks.endGrace(decision(receipt));
        await().untilAsserted(() -> assertThat(state(receipt)).isEqualTo("EFFECTIVE"));
    }
}
