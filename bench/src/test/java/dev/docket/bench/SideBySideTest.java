package dev.docket.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private final AtomicLong now = new AtomicLong();
    private final SideBySide comparison = new SideBySide(7, now::get);

    @Test
    void twiceAsFastIsARatioOfTwo() throws Exception {
        var measured = comparison.rates("x", "items/s", 100, taking(2_000_000), taking(1_000_000));

        assertThat(measured.ratio()).isCloseTo(2.0, within(1e-9));
        assertThat(measured.ours()).isCloseTo(100_000, within(1e-6));
        assertThat(measured.low()).isCloseTo(measured.high(), within(1e-9));
    }

    @Test
    void preparingIsNotTimed() throws Exception {
        var baseline = new SideBySide.Work(taking(50_000_000), taking(2_000_000));
        var ours = new SideBySide.Work(taking(70_000_000), taking(1_000_000));

        assertThat(comparison.rates("x", "tasks/s", 10, baseline, ours).ratio()).isCloseTo(2.0, within(1e-9));
    }

    @Test
    void aMachineThatGrowsSlowerFavoursNobody() throws Exception {
        var slowing = new AtomicLong(1_000_000);
        Callable<?> work = () -> now.addAndGet(slowing.addAndGet(1_000));

        assertThat(comparison.rates("x", "items/s", 1, work, work).ratio()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void latenciesCompareTheirPercentiles() throws Exception {
        var baseline = new SideBySide.Requests(List.of(taking(1_000_000), taking(2_000_000), taking(3_000_000)));
        var ours = new SideBySide.Requests(
                taking(99_000_000), List.of(taking(2_000_000), taking(4_000_000), taking(6_000_000)));

        var median = comparison.latencies("x", baseline, ours, 50).getFirst();

        assertThat(median.name()).isEqualTo("x-p50");
        assertThat(median.ratio()).isCloseTo(2.0, within(1e-9));
        assertThat(median.baseline()).isCloseTo(2.0, within(1e-9));
    }

    @Test
    void theIntervalHoldsTheMedian() {
        double[] ratios = {0.9, 1.0, 1.1, 1.0, 0.8, 1.2, 1.05};

        var measured = SideBySide.summary("x", "items/s", ratios, ratios, ratios);

        assertThat(measured.ratio()).isEqualTo(1.0);
        assertThat(measured.low()).isBetween(0.8, 1.0);
        assertThat(measured.high()).isBetween(1.0, 1.2);
    }

    @Test
    void fewRoundsAreRefused() {
        assertThatThrownBy(() -> new SideBySide(3)).isInstanceOf(IllegalArgumentException.class);
    }

    private Callable<?> taking(long nanos) {
        return () -> now.addAndGet(nanos);
    }
}
