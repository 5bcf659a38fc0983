package dev.docket.backend.watching;

import dev.docket.dto.models.DriftView.Bin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How far one distribution is from another.
///
/// Numbers are put into bins that held a tenth of the reference each, and two more for what
/// lies outside its range: without those, scores that leave the range for good would look like
/// scores at its edge. An empty bin counts as half an observation.
final class Distribution {
    private static final int TENTHS = 10;
    private static final double EMPTY = 0.5;

    private Distribution() {}

    /// @param psi the population stability index
    /// @param chance what it would be about at most if nothing had changed, for samples of this
    ///     size
    /// @param ks the Kolmogorov-Smirnov statistic; null where there is no order
    /// @param ksP how probable so large a one is by chance
    record Distance(
            double psi,
            double chance,
            @Nullable Double ks,
            @Nullable Double ksP,
            List<Bin> bins) {}

    static Distance ofNumbers(double[] reference, double[] current) {
        double[] before = sorted(reference);
        double[] now = sorted(current);
        double[] edges = edges(before);
        var counts = counts(edges, before);
        var counted = counts(edges, now);
        var bins = new ArrayList<Bin>();
        for (int bin = 0; bin <= edges.length; bin++) {
            bins.add(new Bin(
                    bin < edges.length ? edges[bin] : null,
                    null,
                    (double) counts[bin] / before.length,
                    (double) counted[bin] / now.length));
        }
        double ks = ks(before, now);
        return new Distance(
                psi(counts, counted),
                chance(edges.length + 1, before.length, now.length),
                ks,
                ksP(ks, before.length, now.length),
                bins);
    }

    static Distance ofKinds(Map<String, Long> reference, Map<String, Long> current) {
        var keys = new TreeSet<>(reference.keySet());
        keys.addAll(current.keySet());
        var before = new long[keys.size()];
        var now = new long[keys.size()];
        int bin = 0;
        for (var key : keys) {
            before[bin] = reference.getOrDefault(key, 0L);
            now[bin++] = current.getOrDefault(key, 0L);
        }
        double all = Arrays.stream(before).sum();
        double allNow = Arrays.stream(now).sum();
        var bins = new ArrayList<Bin>();
        bin = 0;
        for (var key : keys) {
            bins.add(new Bin(null, key, before[bin] / all, now[bin++] / allNow));
        }
        return new Distance(psi(before, now), chance(keys.size(), all, allNow), null, null, bins);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /// The least, the tenths and the largest of the reference, each once. A value belongs to
    /// the bin of the first edge that it does not exceed; so the first bin holds what lies
    /// below all of the reference, and the last what lies above.
    private static double[] edges(double[] sorted) {
        var edges = new TreeSet<Double>();
        edges.add(Math.nextDown(sorted[0]));
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            edges.add(sorted[Math.min(sorted.length - 1, tenth * sorted.length / TENTHS)]);
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static long[] counts(double[] edges, double[] values) {
        var counts = new long[edges.length + 1];
        for (double value : values) {
            int place = Arrays.binarySearch(edges, value);
            counts[place < 0 ? -place - 1 : place]++;
        }
        return counts;
    }

    private static double psi(long[] reference, long[] current) {
        double all = Arrays.stream(reference).sum();
        double allNow = Arrays.stream(current).sum();
        double psi = 0;
        for (int bin = 0; bin < reference.length; bin++) {
            if (reference[bin] + current[bin] > 0) {
                double before = Math.max(reference[bin], EMPTY) / all;
                double now = Math.max(current[bin], EMPTY) / allNow;
                psi += (now - before) * Math.log(now / before);
            }
        }
        return psi;
    }

    /// Without a change the index times the harmonic size of the samples is about chi-squared
    /// with one degree of freedom less than bins; three standard deviations above its mean.
    private static double chance(int bins, double before, double now) {
        int freedom = Math.max(1, bins - 1);
        return (freedom + 3 * Math.sqrt(2.0 * freedom)) * (1 / before + 1 / now);
    }

    private static double ks(double[] before, double[] now) {
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < before.length && j < now.length) {
            double at = Math.min(before[i], now[j]);
            while (i < before.length && before[i] <= at) {
                i++;
            }
            while (j < now.length && now[j] <= at) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / before.length - (double) j / now.length));
        }
        return largest;
    }

    /// Kolmogorov's distribution, with Stephens' correction for finite samples.
    private static double ksP(double ks, double before, double now) {
        double root = Math.sqrt(before * now / (before + now));
        double lambda = (root + 0.12 + 0.11 / root) * ks;
        if (lambda < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int term = 1; term <= 100; term++) {
            sum += (term % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * term * term * lambda * lambda);
        }
        return Math.clamp(sum, 0, 1);
    }

    static Map<String, Long> kinds(List<String> values) {
        var counts = new LinkedHashMap<String, Long>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts;
    }
}
