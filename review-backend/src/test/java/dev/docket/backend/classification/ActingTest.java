package dev.docket.backend.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.classification.media.MediaPart;
import dev.docket.backend.classification.media.MediaPart.Worst;
import dev.docket.backend.filters.Sifted;
import dev.docket.backend.intake.Item;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.backend.policy.Routing;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.item.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whether a policy whose automatic action is on acts on items with media.
class ActingTest {
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
    private final Assessor assessor = new Assessor(new ActOnAll(), 0, new Random(7));
    private final Finding text = new Finding.Scored(ScriptedModel.scores(0.9));

    @Test
    void aPolicyActsWhenEveryPartWasJudged() {
        assertThat(route(text, judged(null))).isEqualTo(Route.ACT);
        assertThat(route(text)).isEqualTo(Route.ACT);
    }

    @Test
    void aPolicyNeverActsOnWhatWasNotAllJudged() {
        var unread = new MediaPart(1, MediaKind.IMAGE, "It is damaged.", Map.of(), Map.of(), List.of());

        assertThat(route(text, judged(null), unread)).isEqualTo(Route.REVIEW);
        assertThat(route(text, judged("Not all of its frames could be looked at.")))
                .isEqualTo(Route.REVIEW);
        assertThat(route(new Finding.Unavailable("resting"), judged(null))).isEqualTo(Route.REVIEW);
        assertThat(route(new Finding.Failed("poison"), judged(null))).isEqualTo(Route.REVIEW);
        assertThat(route(null, judged(null))).isEqualTo(Route.REVIEW);
    }

    private Route route(@Nullable Finding finding, MediaPart... media) {
        return assessor.assess(item, finding, List.of(media), Sifted.NOTHING, List.of())
                .assessment()
                .route();
    }

    private static MediaPart judged(@Nullable String fault) {
        var worst = Map.of("sexual", new Worst(0.99, "an image model", null));
        return new MediaPart(0, MediaKind.IMAGE, fault, worst, Map.of(), List.of());
    }

    private static final class ActOnAll implements Policies {
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
            return new Routing(Route.ACT, null, 3, 0.9, "Harassment is certain.", List.of(), Map.of(), "harassment");
        }
    }
}
