package dev.docket.backend.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.backend.policy.Routing;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.Evidence;
import dev.docket.dto.review.ExplanationView;
import dev.docket.dto.review.ExplanationView.Outcome;
import dev.docket.model.ModelFault;
import dev.docket.model.explain.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final UUID ASKER = new UUID(0, 1);
    private static final Reader READER = ScriptedModel::sane;

    private static Search search(List<Evidence.MediaFinding> media, Reader reader, String scoredBy) {
        var search = new Search(
                new Search.Question("such abuse here", "en", "harassment", "scripted", scoredBy),
                media,
                new OnePolicy(),
                reader);
        search.wantedBy(ASKER);
        return search;
    }

    private static ExplanationView ran(Search search) {
        search.run();
        return search.result(Duration.ofSeconds(1));
    }

    @Test
    void theWordThatDecidesIsFound() {
        var flip = ran(search(List.of(), READER, "scripted")).flip();

        assertThat(flip).isNotNull();
        assertThat(flip.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(flip.spans()).containsExactly(List.of(5, 10));
        assertThat(flip.changes())
                .containsExactly(new ExplanationView.Change("harassment", 0.9, 0.01, OnePolicy.THRESHOLD));
        assertThat(flip.to()).isEqualTo(Route.ALLOW);
    }

    @Test
    void wordsCannotFlipWhatAnImageDecides() {
        var image = new Evidence.MediaFinding(
                0,
                MediaKind.IMAGE,
                false,
                null,
                List.of(new Evidence.PartScore("harassment", 0.8, true, null)),
                Map.of(),
                List.of());
        var flip = ran(search(List.of(image), READER, "scripted")).flip();

        assertThat(flip).isNotNull();
        assertThat(flip.outcome()).isEqualTo(Outcome.NOT_THE_WORDS);
        assertThat(flip.spans()).isEmpty();
    }

    @Test
    void anotherVersionThanTheOneThatScoredItIsNamed() {
        var explanation = ran(search(List.of(), READER, "earlier"));

        assertThat(explanation.scoredBy()).isEqualTo("earlier");
        assertThat(explanation.modelVersion()).isEqualTo("scripted");
    }

    @Test
    void whatNobodyWantsIsNotWorkedOut() {
        var runs = new AtomicInteger();
        var search = search(
                List.of(),
                texts -> {
                    runs.incrementAndGet();
                    return ScriptedModel.sane(texts);
                },
                "scripted");
        search.unwantedBy(ASKER);
        search.run();

        assertThat(runs).hasValue(0);
        assertThat(search.isOver()).isTrue();
        assertThatThrownBy(() -> search.result(Duration.ZERO)).isInstanceOf(DomainProblem.class);
    }

    @Test
    void whyNothingCameOfItIsToldOnce() {
        var search = search(
                List.of(),
                texts -> {
                    throw new ModelFault("It does not read");
                },
                "scripted");
        search.run();

        assertThat(search.isOver()).isFalse();
        assertThatThrownBy(() -> search.result(Duration.ZERO)).isInstanceOf(DomainProblem.class);
        assertThat(search.isOver()).isTrue();
    }

    @Test
    void oneOfTwoWhoAskMayLeave() {
        var search = search(List.of(), READER, "scripted");
        search.wantedBy(new UUID(0, 2));
        search.unwantedBy(ASKER);

        assertThat(ran(search).state()).isEqualTo(ExplanationView.State.DONE);
    }

    @Test
    void beforeItIsDoneItSaysHowFarItIs() {
        var explanation = search(List.of(), READER, "scripted").result(Duration.ZERO);

        assertThat(explanation.state()).isEqualTo(ExplanationView.State.RUNNING);
        assertThat(explanation.score()).isNull();
    }

    /// Reviews whatever harasses.
    private static final class OnePolicy implements Policies {
        static final double THRESHOLD = 0.5;

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
            double score = scores.getOrDefault("harassment", 0.0);
            boolean flagged = score >= THRESHOLD;
            return new Routing(
                    flagged ? Route.REVIEW : Route.ALLOW,
                    null,
                    1,
                    0,
                    "",
                    List.of(new Routing.Flag("harassment", score, THRESHOLD, null, flagged)),
                    Map.of());
        }
    }
}
