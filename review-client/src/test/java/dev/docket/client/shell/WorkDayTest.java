package dev.docket.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.task.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkDayTest {
    private final ManualClock clock = new ManualClock();
    private final WorkDay day = new WorkDay(clock);

    @Test
    void twoDecisionsSayNothingAboutPace() {
        day.total(2);

        assertThat(day.decidedProperty().get()).isEqualTo(2);
        assertThat(day.paceProperty().get()).isZero();
    }

    @Test
    void aDecisionAMinuteIsSixtyAnHour() {
        for (int count = 1; count <= 31; count++) {
            day.total(count);
            pass(Duration.ofMinutes(1));
        }

        assertThat(day.paceProperty().get()).isBetween(58, 66);
    }

    @Test
    void aBreakLetsThePaceFall() {
        day.total(10);
        pass(Duration.ofMinutes(31));

        assertThat(day.paceProperty().get()).isZero();
        assertThat(day.decidedProperty().get()).isEqualTo(10);
    }

    @Test
    void anUndoneDecisionCountsNoMore() {
        day.total(3);
        day.total(2);

        assertThat(day.decidedProperty().get()).isEqualTo(2);
        assertThat(day.paceProperty().get()).isZero();
    }

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
        day.tick();
    }
}
