package dev.docket.client.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.search.Statement.Open;
import dev.docket.client.search.Statement.State;
import dev.docket.dto.search.SearchHit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Reading what was told of a decision, and results that follow what is decided.
class StatementTest {
    private final FakeSearchApi floor = new FakeSearchApi();
    private final InlineBackground background = new InlineBackground();
    private final SearchViewModel screen = new SearchViewModel(floor, background, background.clock(), true, true);

    @BeforeEach
    void search() {
        screen.open();
        screen.textProperty().set("watches");
        screen.search();
    }

    @Test
    void theDecisionInEffectIsReadFirstAndInTheItemsLanguage() {
        screen.readStatement();

        assertThat(floor.statements).containsExactly("d2 author");
        assertThat(open().language()).isEqualTo("en");
        assertThat(Objects.requireNonNull(open().text()).title()).contains("contribution");
        screen.statement().otherReader();
        assertThat(floor.statements).endsWith("d2 reporters");
        screen.statement().step(-1);
        assertThat(floor.statements).endsWith("d1 reporters");
        screen.statement().step(-1);
        assertThat(open().at()).isZero();
    }

    @Test
    void whereNothingWasToldThatIsSaid() {
        screen.readStatement();
        screen.statement().step(-1);
        assertThat(open().state()).isEqualTo(State.NONE);

        screen.select(screen.hits().get(2));
        assertThat(screen.statement().openProperty().get()).as("another item").isNull();
        screen.readStatement();
        assertThat(screen.statement().openProperty().get())
                .as("nothing decided")
                .isNull();
    }

    @Test
    void whoMayNotReadStatementsIsNotOfferedThem() {
        var other = new SearchViewModel(floor, background, background.clock(), false, false);
        other.textProperty().set("watches");
        other.search();
        other.readStatement();
        assertThat(other.statement().openProperty().get()).isNull();
    }

    @Test
    void resultsFollowWhatIsDecidedQuietlyAndSeldom() {
        int asked = floor.queries.size();
        screen.select(screen.hits().get(1));
        screen.happened(changed("not-shown"));
        background.advance(Duration.ofMinutes(1));
        assertThat(floor.queries).hasSize(asked);

        screen.happened(changed("2"));
        screen.happened(changed("1"));
        background.advance(Duration.ofSeconds(6));
        assertThat(floor.queries).hasSize(asked + 1);
        assertThat(selected().itemId()).isEqualTo("2");

        screen.hidden();
        screen.happened(changed("2"));
        background.advance(Duration.ofMinutes(1));
        assertThat(floor.queries).hasSize(asked + 1);
        screen.shown();
        assertThat(floor.queries).hasSize(asked + 2);
    }

    private static LiveEvent changed(String item) {
        return new LiveEvent("decision.changed", Map.of("items", List.of(item), "more", false));
    }

    private Open open() {
        return Objects.requireNonNull(screen.statement().openProperty().get());
    }

    private SearchHit selected() {
        return Objects.requireNonNull(screen.selectedProperty().get());
    }
}
