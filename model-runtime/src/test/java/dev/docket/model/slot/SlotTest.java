package dev.docket.model.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.ModelFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlotTest {
    private static final class Content implements AutoCloseable {
        int closed;

        @Override
        public void close() {
            closed++;
        }
    }

    private final Content first = new Content();
    private final Content second = new Content();
    private final Slot<Content> slot = new Slot<>(first);

    @Test
    void whatIsInUseOutlivesTheSwap() throws ModelFault {
        var lease = slot.lease();
        slot.swap(second);
        assertThat(first.closed).isZero();
        assertThat(lease.content()).isSameAs(first);
        try (var later = slot.lease()) {
            assertThat(later.content()).isSameAs(second);
        }
        lease.close();
        assertThat(first.closed).isEqualTo(1);
        assertThat(second.closed).isZero();
    }

    @Test
    void anIdleContentIsFreedAtOnce() throws ModelFault {
        slot.swap(second);
        assertThat(first.closed).isEqualTo(1);
    }

    @Test
    void closingWaitsForTheLastHolder() throws Exception {
        var lease = slot.lease();
        var holder = Thread.ofVirtual().unstarted(lease::close);
        assertThat(slot.close(Duration.ofMillis(1))).isFalse();
        assertThat(first.closed).isZero();
        holder.start();
        holder.join();
        assertThat(first.closed).isEqualTo(1);
    }

    @Test
    void aClosedSlotLeasesNothingAndClosesTwice() throws ModelFault {
        assertThat(slot.close(Duration.ofSeconds(1))).isTrue();
        assertThat(slot.close(Duration.ofSeconds(1))).isTrue();
        assertThat(first.closed).isEqualTo(1);
        assertThatThrownBy(slot::lease).isInstanceOf(ModelFault.class);
    }
}
