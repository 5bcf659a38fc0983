package dev.docket.backend.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.filters.Sifted;
import dev.docket.backend.intake.Item;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.backend.policy.Routing;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The random share of allowed items that people see.
class AuditShareTest {
    private final Item item = new Item(
            Ids.next(),
            "test",
            "a",
            ItemState.RECEIVED,
            new ItemContent("test", "a", "a text", null, null, null, null, null, null, null, null),
            0,
            0,
            0,
            Instant.EPOCH);

    @Test
    void drawsTheShareAndRecordsItsProbability() {
        var drawn = draws(0.05, 20_000)
                .filter(route -> route.route() == Route.REVIEW)
                .toList();

        assertThat(drawn).hasSizeBetween(850, 1_150).allSatisfy(assessment -> {
            assertThat(assessment.samplingProbability()).isEqualTo(0.05);
            assertThat(assessment.unscored()).isFalse();
        });
    }

    @Test
    void whatWasNotDrawnHasNoProbability() {
        assertThat(draws(0, 100)).allSatisfy(assessment -> {
            assertThat(assessment.route()).isEqualTo(Route.ALLOW);
            assertThat(assessment.samplingProbability()).isNull();
        });
    }

    private java.util.stream.Stream<Assessment> draws(double share, int count) {
        var assessor = new Assessor(new AllowAll(), share, new Random(7));
        var finding = new Finding.Scored(ScriptedModel.scores(0.01));
        return IntStream.range(0, count)
                .mapToObj(i -> assessor.assess(item, finding, List.of(), Sifted.NOTHING, List.of())
                        .assessment());
    }

    /// Policies without a threshold.
    private static final class AllowAll implements Policies {
        @Override
        public List<Policy> all() {
            return List.of();
        }

        @Override
        public Optional<Policy> byKey(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<Policy> byKey(String key, int version) {
            return Optional.empty();
        }

        @Override
        public Routing route(Map<String, Double> scores, String language) {
            return new Routing(Route.ALLOW, null, 1, 0, "nothing", List.of(), Map.of());
        }
    }
}
