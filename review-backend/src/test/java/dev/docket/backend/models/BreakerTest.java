package dev.docket.backend.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// When a failing model is left alone, and when it is tried again.
class BreakerTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Breaker breaker = new Breaker(Duration.ofSeconds(5), nanos::get);

    @Test
    void standsAFewFailures() {
        fail(Breaker.TOLERANCE - 1);
        assertThat(breaker.admits()).isTrue();

        fail(1);
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void oneSuccessForgivesThemAll() {
        fail(Breaker.TOLERANCE - 1);
        breaker.succeeded();
        fail(Breaker.TOLERANCE - 1);

        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void letsOneCallThroughAfterTheRest() {
        breaker.trip();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());

        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void restsAgainWhenThatCallFails() {
        breaker.trip();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        breaker.admits();
        fail(1);

        assertThat(breaker.admits()).isFalse();
        assertThat(breaker.isResting()).isTrue();
    }

    @Test
    void opensToAllWhenThatCallSucceeds() {
        breaker.trip();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        breaker.admits();
        breaker.succeeded();

        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }
}
