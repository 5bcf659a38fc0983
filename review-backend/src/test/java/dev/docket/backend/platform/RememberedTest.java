package dev.docket.backend.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void itIsReadOnceWhileItIsGood() {
        var remembered = new Remembered<>(Duration.ofHours(1), readings::incrementAndGet);

        assertThat(remembered.get()).isEqualTo(1);
        assertThat(remembered.get()).isEqualTo(1);
        remembered.forget();
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void whatIsOldIsReadAgain() {
        var remembered = new Remembered<>(Duration.ZERO, readings::incrementAndGet);

        assertThat(remembered.get()).isEqualTo(1);
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void nobodyWaitsForAnothersReading() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var remembered = new Remembered<>(Duration.ofHours(1), first(begun, mayEnd));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(remembered::get);
            begun.await();
            assertThat(threads.submit(remembered::get).get(10, TimeUnit.SECONDS))
                    .isEqualTo(2);
            mayEnd.countDown();
            assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void whatWasReadBeforeItWasForgottenIsNotKept() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var remembered = new Remembered<>(Duration.ofHours(1), first(begun, mayEnd));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(remembered::get);
            begun.await();
            remembered.forget();
            mayEnd.countDown();
            slow.get(10, TimeUnit.SECONDS);
        }
        assertThat(remembered.get()).isEqualTo(2);
    }

    /// The first reading takes until it may end.
    private Supplier<Integer> first(CountDownLatch begun, CountDownLatch mayEnd) {
        return () -> {
            int number = readings.incrementAndGet();
            if (number == 1) {
                begun.countDown();
                await(mayEnd);
            }
            return number;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
