package dev.docket.backend.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.ModelFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Calls that hang, and calls that wait for them.
class GuardTest {
    private static final Duration LIMIT = Duration.ofMillis(300);

    private final AtomicInteger faults = new AtomicInteger();
    private final Guard guard = new Guard("guarded-", LIMIT, Duration.ofMillis(1), faults::incrementAndGet);

    @Test
    void whatIsGivenUpIsToldToStop() throws Exception {
        var stopped = new CountDownLatch(1);
        assertThatThrownBy(() -> guard.call(() -> {
                    try {
                        new CountDownLatch(1).await();
                        return 1;
                    } catch (InterruptedException told) {
                        stopped.countDown();
                        throw told;
                    }
                }))
                .isInstanceOf(ModelUnavailable.class);
        assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(guard.isResting()).isTrue();
        assertThat(faults).hasValue(1);
    }

    /// Whoever waited for a place has that much less time for the answer.
    @Test
    void theDeadlineIsCountedFromTheArrival() throws Exception {
        var over = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Long>>();
            for (int i = 0; i < 12; i++) {
                calls.add(threads.submit(() -> {
                    long start = System.nanoTime();
                    assertThatThrownBy(() -> guard.call(() -> deaf(over))).isInstanceOf(ModelFault.class);
                    return System.nanoTime() - start;
                }));
            }
            for (var call : calls) {
                assertThat(Duration.ofNanos(call.get())).isLessThan(LIMIT.multipliedBy(2));
            }
        } finally {
            over.countDown();
        }
    }

    /// As native code is.
    private static int deaf(CountDownLatch over) {
        while (true) {
            try {
                over.await();
                return 1;
            } catch (InterruptedException unheard) {
                assertThat(over.getCount()).isLessThanOrEqualTo(1);
            }
        }
    }
}
