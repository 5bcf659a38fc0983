package dev.docket.client.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.care.CareViewModel.Kept;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.care.CareSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CareViewModelTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeCareApi floor = new FakeCareApi();
    private final CareViewModel care = new CareViewModel(floor, background);

    @Test
    void aBreakIsRemindedOfUntilItIsSeen() {
        care.open();
        care.happened(new LiveEvent("care.break", Map.of()));
        assertThat(care.breakDueProperty().get()).isTrue();

        care.look();
        assertThat(care.breakDueProperty().get()).isFalse();
        assertThat(floor.reads).isEqualTo(3);
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
        assertThat(floor.reads).isEqualTo(1);
    }

    @Test
    void theLastFiguresStayWhileTheFloorIsAway() {
        care.open();
        floor.offline = true;
        background.advance(Duration.ofMinutes(5));
        assertThat(care.exposureProperty().get()).isNotNull();
    }

    @Test
    void settingsAreKeptAndTheFiguresFollow() {
        care.open();
        var wanted = new CareSettings(true, 30, 12_000);
        care.keep(wanted);

        assertThat(floor.kept).containsExactly(wanted);
        assertThat(care.keptProperty().get()).isEqualTo(Kept.KEPT);
        assertThat(Objects.requireNonNull(care.exposureProperty().get()).dailyCap())
                .isEqualTo(12_000);
        care.look();
        assertThat(care.keptProperty().get()).isEqualTo(Kept.NOTHING);
    }

    @Test
    void settingsThatAreNotKeptSaySo() {
        care.open();
        floor.refuses = true;
        care.keep(new CareSettings(true, 5, null));
        assertThat(care.keptProperty().get()).isEqualTo(Kept.REFUSED);

        floor.offline = true;
        care.keep(new CareSettings(true, 50, null));
        assertThat(care.keptProperty().get()).isEqualTo(Kept.OFFLINE);
        assertThat(floor.cap()).isNull();
    }

    @Test
    void thirtyDaysAreDrawnThoseWithoutAnyAmongThem() {
        care.open();
        var view = Objects.requireNonNull(care.exposureProperty().get());
        var days = Exposed.byDay(view.days(), FakeCareApi.TODAY);

        assertThat(days).hasSize(30);
        assertThat(days.getLast().points()).isEqualTo(9_412);
        assertThat(days).filteredOn(day -> day.items() == 0).hasSize(8);
    }

    @Test
    void aWeekIsTheSumOfItsDaysFromMonday() {
        care.open();
        var view = Objects.requireNonNull(care.exposureProperty().get());
        var weeks = Exposed.byWeek(view.days(), FakeCareApi.TODAY);

        assertThat(weeks).hasSize(5);
        assertThat(weeks.getLast().from()).isEqualTo(FakeCareApi.TODAY.minusDays(4));
        assertThat(weeks.getLast().harshSeconds()).isEqualTo(5 * 1_260);
        assertThat(weeks.getLast().items()).isEqualTo(180 + 181 + 182 + 183 + 184);
    }
}
