package dev.docket.client.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.coaching.CoachingViewModel.State;
import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.CoachingCard.Answer;
import dev.docket.dto.quality.Estimate;
import dev.docket.dto.quality.ModeratorQuality;
import dev.docket.dto.quality.ModeratorQuality.BySource;
import dev.docket.dto.quality.PersonName;
import dev.docket.dto.review.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoachingViewModelTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final InlineBackground background = new InlineBackground();

    @Test
    void cardsAreTurnedAndStopAtTheEnds() {
        var coaching = new CoachingViewModel(reading(() -> own("a", "b")), background);
        coaching.open();
        assertThat(coaching.card().externalId()).isEqualTo("a");

        coaching.step(1);
        coaching.step(1);
        assertThat(coaching.card().externalId()).isEqualTo("b");
        assertThat(coaching.stateProperty().get()).isEqualTo(State.CARDS);
    }

    @Test
    void anOpenSheetShowsWhatIsSentAndSettledAndKeepsTheCardAtHand() {
        var items = new ArrayList<>(List.of("a", "b"));
        int[] reads = {0};
        var coaching = new CoachingViewModel(
                reading(() -> {
                    reads[0]++;
                    return own(items.toArray(String[]::new));
                }),
                background);
        coaching.open();
        coaching.step(1);
        items.addFirst("new");
        coaching.happened(new LiveEvent("coaching.sent", Map.of("item", "new")));

        assertThat(coaching.count()).isEqualTo(3);
        assertThat(coaching.card().externalId()).isEqualTo("b");
        items.clear();
        background.advance(Duration.ofMinutes(1));
        assertThat(coaching.stateProperty().get())
                .as("some change without a word")
                .isEqualTo(State.NOTHING);

        coaching.close();
        int before = reads[0];
        coaching.happened(new LiveEvent("coaching.sent", Map.of("item", "c")));
        background.advance(Duration.ofMinutes(3));
        assertThat(reads[0]).as("a closed sheet asks for nothing").isEqualTo(before);
    }

    @Test
    void nothingToLearnIsSaid() {
        var coaching = new CoachingViewModel(reading(() -> own()), background);
        coaching.open();

        assertThat(coaching.stateProperty().get()).isEqualTo(State.NOTHING);
        assertThat(coaching.card()).isNull();
    }

    @Test
    void anOutageCanBeTriedAgain() {
        boolean[] away = {true};
        var coaching = new CoachingViewModel(
                reading(() -> {
                    if (away[0]) {
                        throw new Offline(new IOException("no route"));
                    }
                    return own("a");
                }),
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

    @Test
    void aCardThatWasSentIsAcknowledgedOnce() {
        var floor = new Sending();
        var coaching = new CoachingViewModel(floor, background);
        coaching.open();
        coaching.acknowledge();
        assertThat(floor.acknowledged).as("nobody sent that one").isEmpty();

        coaching.step(1);
        coaching.acknowledge();
        coaching.acknowledge();
        assertThat(floor.acknowledged).hasSize(1);
        assertThat(coaching.atProperty().get()).isEqualTo(1);
        assertThat(coaching.card().sent().acknowledgedAt()).isEqualTo(NOW);
    }

    /// Two cards, of which the second was sent.
    private static final class Sending implements CoachingApi {
        private final List<String> acknowledged = new ArrayList<>();

        @Override
        public ModeratorQuality own() {
            var both = CoachingViewModelTest.own("a", "b");
            var read = acknowledged.isEmpty() ? null : NOW;
            var sent = both.cards()
                    .getLast()
                    .sent(new CoachingCard.Sent(new PersonName("s", "Sue"), NOW, "Read it again", read));
            return new ModeratorQuality(
                    both.person(),
                    both.from(),
                    both.to(),
                    both.judged(),
                    both.right(),
                    both.accuracy(),
                    both.golden(),
                    both.adjudicated(),
                    both.policies(),
                    List.of(both.cards().getFirst(), sent));
        }

        @Override
        public void acknowledge(String itemId) {
            acknowledged.add(itemId);
        }
    }

    /// Reads by a call, and has nothing to acknowledge.
    private static CoachingApi reading(Callable own) {
        return new CoachingApi() {
            @Override
            public ModeratorQuality own() throws ApiProblem, Offline {
                return own.call();
            }

            @Override
            public void acknowledge(String itemId) {
                throw new AssertionError("nothing was sent");
            }
        };
    }

    @FunctionalInterface
    private interface Callable {
        ModeratorQuality call() throws ApiProblem, Offline;
    }
}
