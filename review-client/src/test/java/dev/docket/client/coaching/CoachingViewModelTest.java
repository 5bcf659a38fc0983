package dev.docket.client.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.coaching.CoachingViewModel.State;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.CoachingCard.Answer;
import dev.docket.dto.quality.Estimate;
import dev.docket.dto.quality.ModeratorQuality;
import dev.docket.dto.quality.ModeratorQuality.BySource;
import dev.docket.dto.quality.PersonName;
import dev.docket.dto.review.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoachingViewModelTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final InlineBackground background = new InlineBackground();

    @Test
    void cardsAreTurnedAndStopAtTheEnds() {
        var coaching = new CoachingViewModel(() -> own("a", "b"), background);
        coaching.open();
        assertThat(coaching.card().externalId()).isEqualTo("a");

        coaching.step(1);
        coaching.step(1);
        assertThat(coaching.card().externalId()).isEqualTo("b");
        assertThat(coaching.stateProperty().get()).isEqualTo(State.CARDS);
    }

    @Test
    void nothingToLearnIsSaid() {
        var coaching = new CoachingViewModel(() -> own(), background);
        coaching.open();

        assertThat(coaching.stateProperty().get()).isEqualTo(State.NOTHING);
        assertThat(coaching.card()).isNull();
    }

    @Test
    void anOutageCanBeTriedAgain() {
        boolean[] away = {true};
        var coaching = new CoachingViewModel(
                () -> {
                    if (away[0]) {
                        throw new Offline(new IOException("no route"));
                    }
                    return own("a");
                },
                background);
        coaching.open();
        assertThat(coaching.stateProperty().get()).isEqualTo(State.OFFLINE);

        away[0] = false;
        coaching.open();
        assertThat(coaching.stateProperty().get()).isEqualTo(State.CARDS);
    }

    private static ModeratorQuality own(String... items) {
        var none = new BySource(0, 0, null);
        return new ModeratorQuality(
                new PersonName("p1", "Mina Okafor"),
                NOW.minusSeconds(86_400),
                NOW,
                40,
                38,
                new Estimate(0.95, 0.83, 0.99),
                none,
                none,
                List.of(),
                Stream.of(items).map(CoachingViewModelTest::card).toList());
    }

    private static CoachingCard card(String externalId) {
        return new CoachingCard(
                "i-" + externalId,
                "forum",
                externalId,
                "GOLDEN",
                NOW,
                new Answer(Outcome.APPROVE, List.of()),
                new Answer(Outcome.VIOLATION, List.of()),
                List.of("hate"),
                List.of(),
                List.of());
    }
}
