package dev.docket.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;

/// Compares two ways of doing the same work on a machine that others use too.
///
/// A round runs baseline, ours, ours, baseline, so that a machine that grows slower (or a processor that grows
/// warmer) during the round slows both alike. Each round gives one ratio of rates. The median over the rounds is
/// what is reported, with an interval from 10,000 bootstrap resamples of the rounds; a goal holds when the
/// interval's lower end holds. The first round of each is thrown away: the compiler and the caches are cold.
final class SideBySide {
    private static final int RESAMPLES = 10_000;
    private static final long SEED = 42;

    private final int rounds;
    private final LongSupplier nanoTime;

    SideBySide(int rounds) {
        this(rounds, System::nanoTime);
    }

    SideBySide(int rounds, LongSupplier nanoTime) {
        if (rounds < 7) {
            throw new IllegalArgumentException("fewer than seven rounds say little");
        }
        this.rounds = rounds;
        this.nanoTime = nanoTime;
    }

    /// Lets the compiler see enough of work whose steady rate is asked for.
    static void warmUp(int times, Callable<?> work) throws Exception {
        for (int i = 0; i < times; i++) {
            work.call();
        }
    }

    /// Work to be timed as a whole.
    ///
    /// @param preparation done before each time, and not timed
    record Work(Callable<?> preparation, Callable<?> work) {}

    /// Runs both in rounds; each call of either does `work` units (items, claims).
    Measurement rates(String name, String unit, int work, Callable<?> baseline, Callable<?> ours) throws Exception {
        Callable<?> nothing = () -> "nothing to prepare";
        return rates(name, unit, work, new Work(nothing, baseline), new Work(nothing, ours));
    }

    /// The same for work that must be prepared each time.
    Measurement rates(String name, String unit, int work, Work baseline, Work ours) throws Exception {
        time(baseline);
        time(ours);
        var ratios = new double[rounds];
        var baselineRates = new double[rounds];
        var ourRates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long firstBaseline = time(baseline);
            long firstOurs = time(ours);
            long secondOurs = time(ours);
            long secondBaseline = time(baseline);
            baselineRates[round] = rate(2 * work, firstBaseline + secondBaseline);
            ourRates[round] = rate(2 * work, firstOurs + secondOurs);
            ratios[round] = ourRates[round] / baselineRates[round];
        }
        return summary(name, unit, ratios, baselineRates, ourRates);
    }

    /// Single requests to be timed one by one.
    ///
    /// @param preparation done before each run through the requests, and not timed
    record Requests(Callable<?> preparation, List<? extends Callable<?>> requests) {
        Requests(List<? extends Callable<?>> requests) {
            this(() -> "nothing to prepare", requests);
        }
    }

    /// Runs both lists of single requests in rounds; one line a percentile of their times, in ms.
    List<Measurement> latencies(String name, Requests baseline, Requests ours, int... percentiles) throws Exception {
        times(baseline);
        times(ours);
        var baselineTimes = new double[rounds][];
        var ourTimes = new double[rounds][];
        for (int round = 0; round < rounds; round++) {
            double[] firstBaseline = times(baseline);
            double[] firstOurs = times(ours);
            double[] secondOurs = times(ours);
            double[] secondBaseline = times(baseline);
            baselineTimes[round] = sorted(firstBaseline, secondBaseline);
            ourTimes[round] = sorted(firstOurs, secondOurs);
        }
        return Arrays.stream(percentiles)
                .mapToObj(percentile -> percentile(name, percentile, baselineTimes, ourTimes))
                .toList();
    }

    private static Measurement percentile(String name, int percentile, double[][] baseline, double[][] ours) {
        double[] baselines = eachQuantile(baseline, percentile / 100.0);
        double[] our = eachQuantile(ours, percentile / 100.0);
        var ratios = new double[our.length];
        Arrays.setAll(ratios, round -> our[round] / baselines[round]);
        return summary(name + "-p" + percentile, "ms", ratios, baselines, our);
    }

    private static double[] eachQuantile(double[][] sortedTimes, double quantile) {
        return Arrays.stream(sortedTimes)
                .mapToDouble(times -> quantile(times, quantile))
                .toArray();
    }

    private double[] times(Requests side) throws Exception {
        side.preparation().call();
        var milliseconds = new double[side.requests().size()];
        for (int i = 0; i < milliseconds.length; i++) {
            milliseconds[i] = time(side.requests().get(i)) / 1e6;
        }
        return milliseconds;
    }

    private static double[] sorted(double[] some, double[] more) {
        return DoubleStream.concat(Arrays.stream(some), Arrays.stream(more))
                .sorted()
                .toArray();
    }

    static Measurement summary(String name, String unit, double[] ratios, double[] baseline, double[] ours) {
        double[] medians = bootstrapMedians(ratios);
        return new Measurement(
                name,
                median(ratios),
                quantile(medians, 0.025),
                quantile(medians, 0.975),
                median(baseline),
                median(ours),
                unit);
    }

    private static double[] bootstrapMedians(double[] values) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        var medians = new double[RESAMPLES];
        var resample = new double[values.length];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int j = 0; j < resample.length; j++) {
                resample[j] = values[random.nextInt(values.length)];
            }
            medians[i] = median(resample);
        }
        Arrays.sort(medians);
        return medians;
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return quantile(sorted, 0.5);
    }

    /// Of sorted values, interpolated between neighbours.
    static double quantile(double[] sorted, double q) {
        double position = q * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private long time(Work work) throws Exception {
        work.preparation().call();
        return time(work.work());
    }

    private long time(Callable<?> work) throws Exception {
        long start = nanoTime.getAsLong();
        work.call();
        return nanoTime.getAsLong() - start;
    }

    private static double rate(int work, long nanos) {
        return work / (nanos / 1e9);
    }
}
