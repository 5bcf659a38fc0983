package dev.docket.client.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.Offline;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CareViewModelTest {
    private final InlineBackground background = new InlineBackground();
    private int reads;
    private final CareViewModel care = new CareViewModel(
            () -> {
                reads++;
                throw new Offline(new IOException("no route"));
            },
            background);

    @Test
    void aBreakIsRemindedOfUntilItIsSeen() {
        care.open();
        care.happened(new LiveEvent("care.break", Map.of()));
        assertThat(care.breakDueProperty().get()).isTrue();

        care.seen();
        assertThat(care.breakDueProperty().get()).isFalse();
    }

    @Test
    void otherEventsRemindOfNothing() {
        care.happened(new LiveEvent("queue.changed", Map.of()));
        assertThat(care.breakDueProperty().get()).isFalse();
    }

    @Test
    void afterClosingNothingIsRead() {
        care.open();
        care.close();
        background.advance(Duration.ofHours(1));
        assertThat(reads).isEqualTo(1);
    }
}
