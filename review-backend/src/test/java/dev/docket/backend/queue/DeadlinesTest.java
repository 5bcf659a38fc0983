package dev.docket.backend.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    @Test
    void unseenAndUnsureWaitsADay() {
        assertThat(Deadlines.slackSeconds(1, 0, 0, 0, 0)).isEqualTo(24 * 3600);
    }

    @Test
    void severeAndFarReachingWaitsMinutes() {
        assertThat(Deadlines.slackSeconds(4, 1, 1_000_000, 0, 0)).isBetween(300L, 600L);
    }

    @Test
    void moreOfAnythingNeverWaitsLonger() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            int severity = 1 + random.nextInt(3);
            double probability = random.nextDouble() * 0.9;
            long views = random.nextInt(1_000_000);
            long shares = random.nextInt(1000);
            long reports = random.nextInt(50);
            long slack = Deadlines.slackSeconds(severity, probability, views, shares, reports);

            assertThat(Deadlines.slackSeconds(severity + 1, probability, views, shares, reports))
                    .isLessThanOrEqualTo(slack);
            assertThat(Deadlines.slackSeconds(severity, probability + 0.1, views, shares, reports))
                    .isLessThanOrEqualTo(slack);
            assertThat(Deadlines.slackSeconds(severity, probability, views * 2, shares, reports))
                    .isLessThanOrEqualTo(slack);
            assertThat(Deadlines.slackSeconds(severity, probability, views, shares, reports + 1))
                    .isLessThanOrEqualTo(slack);
        }
    }
}
