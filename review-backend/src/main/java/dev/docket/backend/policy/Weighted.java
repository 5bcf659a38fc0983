package dev.docket.backend.policy;

import dev.docket.backend.platform.Wilson;
import dev.docket.dto.policy.Simulation.Change;
import dev.docket.dto.quality.Estimate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sums and shares of items that stand for others, with intervals at 95 %.
///
/// An item drawn with probability p weighs 1/p (Horvitz and Thompson 1952). A difference of sums
/// gets a Poisson bootstrap: each item is taken 0, 1, 2 … times as Poisson(1) says, so items that
/// contribute nothing need not be touched, and n items that contribute the same are taken Poisson(n)
/// times together. A share gets Wilson's interval at Kish's effective number of items, (Σw)² / Σw²,
/// which is their number when all weigh the same. The seed is fixed: the same question gets the same answer.
final class Weighted {
    private static final int REPLICATES = 400;
    private static final double CERTAIN = 0.025;

    /// Past this a Poisson number is as good as normal.
    private static final int MANY = 64;

    private final Map<Double, Integer> differences = new TreeMap<>();
    private double now;
    private double then;

    /// @param before whether it counts now, `after` whether it would then
    void add(boolean before, boolean after, double weight) {
        now += before ? weight : 0;
        then += after ? weight : 0;
        if (before != after) {
            differences.merge(after ? weight : -weight, 1, Integer::sum);
        }
    }

    /// @param by divides every figure
    Change change(double by) {
        double difference = (then - now) / by;
        double[] sums = new double[REPLICATES];
        var random = new Random(20_261_101);
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            sums[replicate] = resampled(random) / by;
        }
        Arrays.sort(sums);
        return new Change(
                now / by,
                then / by,
                new Estimate(
                        difference,
                        Math.min(difference, sums[(int) (REPLICATES * CERTAIN)]),
                        Math.max(difference, sums[(int) (REPLICATES * (1 - CERTAIN))])));
    }

    private double resampled(Random random) {
        double sum = 0;
        for (var same : differences.entrySet()) {
            sum += same.getKey() * poisson(same.getValue(), random);
        }
        return sum;
    }

    private static double poisson(int mean, Random random) {
        if (mean > MANY) {
            return Math.max(0, Math.rint(mean + random.nextGaussian() * Math.sqrt(mean)));
        }
        // Knuth's way.
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /// A share of weights.
    static final class Share {
        private double hits;
        private double all;
        private double squares;

        void add(boolean hit, double weight) {
            hits += hit ? weight : 0;
            all += weight;
            squares += weight * weight;
        }

        @Nullable Estimate estimate() {
            if (all == 0) {
                return null;
            }
            double share = hits / all;
            return Wilson.ofShare(share, all * all / squares);
        }
    }
}
