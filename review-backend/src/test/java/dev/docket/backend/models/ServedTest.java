package dev.docket.backend.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.ModelFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// One model after another, with somebody asking all the time.
class ServedTest {
    private final AtomicInteger faults = new AtomicInteger();
    private final Served<Model> served = new Served<>(
            new Opened.Words("toy", "Nobody plays."),
            new ModelSettings(
                    Path.of("."),
                    false,
                    new ModelSettings.Guard(Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofSeconds(5))),
            faults::incrementAndGet);

    /// Fails when it is asked after its end, as native memory would.
    private static final class Model implements AutoCloseable {
        private final AtomicBoolean closed = new AtomicBoolean();
        private final AtomicInteger closings = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();

        int answer() throws ModelFault {
            asked.incrementAndGet();
            for (int i = 0; i < 3; i++) {
                if (closed.get()) {
                    throw new ModelFault("asked after its end");
                }
                Thread.yield();
            }
            return 1;
        }

        @Override
        public void close() {
            closed.set(true);
            closings.incrementAndGet();
        }
    }

    @Test
    void modelsAreExchangedUnderLoadWithoutADroppedRequest() throws Exception {
        var models = new ArrayList<Model>();
        models.add(new Model());
        served.start(models::getFirst);
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Future<?>>();
            for (int i = 0; i < 6; i++) {
                asking.add(threads.submit(() -> {
                    while (!over.get()) {
                        assertThat(served.ask(Model::answer)).isOne();
                    }
                    return null;
                }));
            }
            for (int i = 0; i < 50; i++) {
                var next = new Model();
                models.add(next);
                served.exchange(next);
                served.ask(Model::answer);
            }
            over.set(true);
            for (var one : asking) {
                one.get();
            }
        }
        served.stop();

        assertThat(faults).hasValue(0);
        assertThat(models).allSatisfy(model -> assertThat(model.closings).hasValue(1));
        assertThat(models.subList(1, models.size()))
                .allSatisfy(model -> assertThat(model.asked).hasPositiveValue());
    }

    @Test
    void whatCouldNotBeOpenedIsReplacedByWhatCan() throws ModelFault {
        served.start(() -> {
            throw new ModelFault("it is broken");
        });
        assertThatThrownBy(() -> served.ask(Model::answer)).isInstanceOf(ModelUnavailable.class);
        assertThat(served.standing(model -> "plays"))
                .isEqualTo(new Standing(
                        Standing.State.ABSENT, "The toy could not be opened: it is broken. Nobody plays."));

        served.exchange(new Model());

        assertThat(served.ask(Model::answer)).isOne();
        assertThat(served.standing(model -> "plays")).isEqualTo(new Standing(Standing.State.SERVING, "plays"));
        served.stop();
    }

    @Test
    void aNewModelDoesNotRestForTheOldOnesFaults() throws ModelFault {
        served.start(Model::new);
        for (int i = 0; i < Breaker.TOLERANCE; i++) {
            assertThatThrownBy(() -> served.ask(model -> {
                        throw new ModelFault("no");
                    }))
                    .isInstanceOf(ModelFault.class);
        }
        assertThat(served.standing(model -> "plays").state()).isEqualTo(Standing.State.RESTING);

        served.exchange(new Model());

        assertThat(served.ask(Model::answer)).isOne();
        served.stop();
    }
}
