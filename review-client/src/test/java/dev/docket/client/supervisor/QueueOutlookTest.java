package dev.docket.client.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.floor.Forecast;
import dev.docket.dto.problem.Slug;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueOutlookTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeSupervisorApi floor = new FakeSupervisorApi();
    private final SupervisorViewModel model =
            new SupervisorViewModel(floor, background, background.clock(), wave -> {});

    @BeforeEach
    void open() {
        model.open();
        model.lookAhead("harassment");
    }

    @Test
    void theNextDayBeginsWithTheHourThatIsRunningAndGoesOnOverTheEndOfTheWeek() {
        var hours = List.of(new Forecast.Hour(167, 9, 4, 15, 2, 3), new Forecast.Hour(0, 5, 1, 10, 1, 2));
        var forecast = new Forecast(4, 6.0, List.of(new Forecast.QueueForecast("spam", "Spam", hours)));

        // A Sunday, 23:20 UTC: the last hour of the week.
        var next = QueueOutlook.nextDay(forecast, "spam", Instant.parse("2026-11-22T23:20:00Z"));

        assertThat(next).hasSize(24);
        assertThat(next.getFirst())
                .isEqualTo(new QueueOutlook.Expected(Instant.parse("2026-11-22T23:00:00Z"), 9, 4, 15, 2));
        assertThat(next.get(1).expected()).isEqualTo(5);
        assertThat(next.subList(2, 24)).allMatch(hour -> hour.high() == 0);
    }

    @Test
    void aTargetIsPromisedAndTheScreenSaysSo() {
        model.outlook().typed(" 45 ");
        model.outlook().confirm();

        assertThat(floor.promises).containsExactly("harassment 45");
        assertThat(model.outlook().lookProperty().get()).isNull();
        assertThat(model.toldProperty().get()).isEqualTo(new Said("supervisor.said.target", "Harassment", 45));
    }

    @Test
    void anEmptyTargetLeavesItToTheSeverity() {
        model.outlook().typed("  ");
        model.outlook().confirm();

        assertThat(floor.promises).containsExactly("harassment null");
    }

    @Test
    void whatCannotBePromisedIsNotSent() {
        for (String typed : List.of("4", "10081", "-30", "soon", "1e3")) {
            model.outlook().typed(typed);
            assertThat(model.outlook().lookProperty().get().isPossible()).isFalse();
            model.outlook().confirm();
        }

        assertThat(floor.promises).isEmpty();
    }

    @Test
    void aRefusalIsShownAndWhatWasTypedStays() {
        floor.refuses = Slug.FORBIDDEN;
        model.outlook().typed("45");
        model.outlook().confirm();

        var look = model.outlook().lookProperty().get();
        assertThat(look.refusal()).isEqualTo(Slug.FORBIDDEN);
        assertThat(look.minutes()).isEqualTo("45");
        assertThat(look.isPossible()).isTrue();
    }

    @Test
    void aForecastThatCannotBeReadLeavesTheTargetUsable() {
        model.outlook().close();
        floor.offline = true;
        model.lookAhead("harassment");

        var look = model.outlook().lookProperty().get();
        assertThat(look.unread()).isTrue();
        assertThat(look.isPossible()).isTrue();
    }
}
