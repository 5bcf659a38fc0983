package dev.docket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.platform.postgres.Database;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DecideBenchTest {
    /// The goal is two beyond the claim. The fence stands where we are, so that the number cannot grow unseen.
    @Test
    void aDecisionIsAFewStatementsAndCanBeReplayed() throws Exception {
        var recorder = new Recorder();
        try (var floor = new FloorWithTasks(200, List.of(recorder), "--docket.review.second-look-share=0")) {
            var original = DecideBench.record(floor, recorder);

            assertThat(DecideBench.statements(original, true)).as("of a claim").isLessThanOrEqualTo(8);
            assertThat(DecideBench.statements(original, false))
                    .as("of a decision")
                    .isLessThanOrEqualTo(8);
            assertReplayed(floor, original);
        }
    }

    private static void assertReplayed(FloorWithTasks floor, Replay.Original original) throws Exception {
        UUID person = UUID.randomUUID();
        try (var replay =
                new Replay(FloorWithTasks.connect(floor.bean(Database.class).application()), original)) {
            for (int i = 0; i < 3; i++) {
                replay.run(person);
            }
        }
        var jdbc = floor.bean(JdbcClient.class);
        for (String rows : List.of("decision", "review_task", "exposure")) {
            String column = rows.equals("review_task") ? "claimed_by" : "person_id";
            assertThat(jdbc.sql("SELECT count(*) FROM " + rows + " WHERE " + column + " = :person")
                            .param("person", person)
                            .query(Integer.class)
                            .single())
                    .as(rows)
                    .isEqualTo(rows.equals("exposure") ? 1 : 3);
        }
    }
}
