package dev.docket.backend.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private final SettableClock clock = new SettableClock();
    private final TokenBucket bucket = new TokenBucket(6, clock);

    @Test
    void holdsAMinutesWorthAndThenSaysHowLongToWait() {
        for (int i = 0; i < 6; i++) {
            assertThat(bucket.take().granted()).isTrue();
        }
        assertThat(bucket.take()).isEqualTo(new TokenBucket.Taken(false, 0, 10));
    }

    @Test
    void fillsEvenly() {
        for (int i = 0; i < 7; i++) {
            bucket.take();
        }
        clock.advance(Duration.ofSeconds(20));
        assertThat(bucket.take().granted()).isTrue();
        assertThat(bucket.take().granted()).isTrue();
        assertThat(bucket.take().granted()).isFalse();
    }

    @Test
    void aClockSetBackTakesNothingAway() {
        clock.advance(Duration.ofHours(-1));
        assertThat(bucket.take().left()).isEqualTo(5);
    }
}
