package dev.docket.backend.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.docket.backend.classification.media.MediaReader;
import dev.docket.backend.filters.Filters;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// More callers than the models can serve at once.
class CrowdedClassificationTest {
    private static final int PLACES = 8;

    private final Verdicts verdicts = mock(Verdicts.class);
    private final Classification classification = new Classification(
            verdicts, mock(Assessor.class), mock(Filters.class), mock(MediaReader.class), mock(Writings.class));

    /// Who is turned away is told to come back, and does so a second later: see `Problems`.
    @Test
    void whoFindsNoPlaceIsTurnedAwayAtOnce() throws Exception {
        var begun = new CountDownLatch(PLACES);
        var over = new CountDownLatch(1);
        when(verdicts.score(anyList(), anyBoolean())).thenAnswer(call -> {
            begun.countDown();
            over.await();
            return List.of(new Finding.Scored(ScriptedModel.scores(0.25)));
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var inside = new ArrayList<Future<List<Map<String, Double>>>>();
            for (int i = 0; i < PLACES; i++) {
                inside.add(threads.submit(() -> classification.score(List.of("a text"))));
            }
            begun.await();

            assertThatThrownBy(() -> classification.score(List.of("one more")))
                    .isInstanceOfSatisfying(
                            DomainProblem.class,
                            problem -> assertThat(problem.kind()).isEqualTo(CommonProblem.OVERLOADED));
            over.countDown();
            for (var one : inside) {
                assertThat(one.get().getFirst()).containsEntry("harassment", 0.25);
            }
        }
        assertThat(classification.score(List.of("a text later"))).hasSize(1);
    }
}
