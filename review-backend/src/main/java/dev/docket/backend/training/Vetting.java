package dev.docket.backend.training;

import dev.docket.backend.labels.TrainingRow;
import dev.docket.dto.models.GuardEffect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What each row may count for in a training, so that no single moderator makes a model: weights
/// are clipped, whoever disagrees with settled truths counts less or not at all, and nobody has
/// more than a share of a label's evidence.
///
/// Built from passes over the rows that keep sums and no rows, then asked row by row.
final class Vetting {
    /// Times the middle weight.
    static final double MOST_WEIGHT = 20;

    static final double MOST_SHARE = 0.25;
    private static final String CLIP = "propensity-clip";
    private static final String GOLDEN = "golden-disagreement";
    private static final String CAP = "moderator-cap";
    private static final int ROUNDS = 30;
    private static final int SAMPLE = 10_000;

    private final Map<UUID, Double> trust;
    private final double ceiling;
    private final Map<String, Evidence> byLabel = new TreeMap<>();
    private final Map<String, Tally> tallies = new TreeMap<>();

    private Vetting(Map<UUID, Double> trust, double ceiling) {
        this.trust = Map.copyOf(trust);
        this.ceiling = ceiling;
        for (String guard : List.of(CLIP, GOLDEN, CAP)) {
            tallies.put(guard, new Tally());
        }
    }

    /// @param rows gives the same rows every time
    /// @param trust what those moderators' findings are worth who disagree with settled truths
    static Vetting of(Supplier<Stream<TrainingRow>> rows, Map<UUID, Double> trust) {
        var vetting = new Vetting(trust, middle(rows.get()) * MOST_WEIGHT);
        rows.get().forEach(vetting::gather);
        vetting.byLabel.values().forEach(Evidence::cap);
        rows.get().forEach(vetting::tell);
        return vetting;
    }

    /// The median weight, of a sample that is drawn the same way each time.
    private static double middle(Stream<TrainingRow> rows) {
        var random = new SplittableRandom(1);
        double[] kept = new double[SAMPLE];
        int[] seen = new int[1];
        rows.forEach(row -> {
            int place = seen[0] < SAMPLE ? seen[0] : random.nextInt(seen[0] + 1);
            if (place < SAMPLE) {
                kept[place] = row.weight();
            }
            seen[0]++;
        });
        double[] weights =
                Arrays.stream(kept, 0, Math.min(SAMPLE, seen[0])).sorted().toArray();
        return weights.length == 0 ? 1 : weights[weights.length / 2];
    }

    private double clipped(TrainingRow row) {
        return Math.min(row.weight(), ceiling);
    }

    private double worth(TrainingRow row) {
        UUID by = row.decidedBy();
        return clipped(row) * (by == null ? 1 : trust.getOrDefault(by, 1.0));
    }

    private void gather(TrainingRow row) {
        for (var target : row.targets().entrySet()) {
            byLabel.computeIfAbsent(target.getKey(), unknown -> new Evidence())
                    .add(row.decidedBy(), worth(row), target.getValue() == 1);
        }
    }

    private void tell(TrainingRow row) {
        UUID by = row.decidedBy();
        tally(CLIP).add(row.item(), row.weight(), clipped(row), null);
        tally(GOLDEN).add(row.item(), clipped(row), worth(row), by);
        for (String label : row.targets().keySet()) {
            tally(CAP).add(row.item(), worth(row), weight(row, label), by);
        }
    }

    /// What a row counts for under a label; 0 for a row that is left out.
    double weight(TrainingRow row, String label) {
        var evidence = byLabel.get(label);
        return worth(row) * (evidence == null ? 1 : evidence.factor(row.decidedBy()));
    }

    /// Rows of a label that found it, or did not, as far as they count.
    int rows(String label, boolean present) {
        var evidence = byLabel.get(label);
        return evidence == null ? 0 : present ? evidence.found : evidence.notFound;
    }

    List<GuardEffect> effects() {
        return List.of(
                tally(CLIP).effect(CLIP, "No row counts more than %.0f times the middle one.".formatted(MOST_WEIGHT)),
                tally(GOLDEN)
                        .effect(
                                GOLDEN,
                                "Moderators whose accuracy on settled items is surely low count less, or not at all."),
                tally(CAP)
                        .effect(
                                CAP,
                                "Nobody has more than %.0f %% of a label's evidence.".formatted(MOST_SHARE * 100)));
    }

    private Tally tally(String guard) {
        return Objects.requireNonNull(tallies.get(guard));
    }

    /// Who has how much of one label's evidence.
    private static final class Evidence {
        private final Map<UUID, Double> sums = new HashMap<>();
        private final Map<UUID, Double> factors = new HashMap<>();
        private double nobodys;
        private int found;
        private int notFound;

        void add(@Nullable UUID by, double worth, boolean present) {
            if (worth > 0) {
                found += present ? 1 : 0;
                notFound += present ? 0 : 1;
                if (by == null) {
                    nobodys += worth;
                } else {
                    sums.merge(by, worth, Double::sum);
                }
            }
        }

        /// Each round brings those above the share down to it, which lowers the whole. Where too few
        /// people decided for anybody to stay below the share, half again as much as an equal part is
        /// let through.
        void cap() {
            double share = Math.max(MOST_SHARE, 1.5 / Math.max(1, sums.size()));
            var allowed = new HashMap<>(sums);
            for (int round = 0; round < ROUNDS && sums.size() > 1; round++) {
                double all = nobodys
                        + allowed.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum();
                allowed.replaceAll((person, sum) -> Math.min(sum, share * all));
            }
            sums.forEach((person, sum) -> factors.put(person, allowed.getOrDefault(person, sum) / sum));
        }

        double factor(@Nullable UUID by) {
            return by == null ? 1 : factors.getOrDefault(by, 1.0);
        }
    }

    /// What one guard took from whom.
    private static final class Tally {
        private static final int LISTED = 50;

        private final PriorityQueue<Loss> worst = new PriorityQueue<>(Comparator.comparingDouble(Loss::weight));
        private final TreeSet<UUID> moderators = new TreeSet<>();
        private long lowered;
        private long left;
        private double before;
        private double after;

        void add(UUID item, double before, double after, @Nullable UUID by) {
            this.before += before;
            this.after += after;
            if (after >= before * 0.999) {
                return;
            }
            lowered += after > 0 ? 1 : 0;
            left += after > 0 ? 0 : 1;
            if (by != null) {
                moderators.add(by);
            }
            worst.add(new Loss(item, before - after));
            if (worst.size() > LISTED) {
                worst.poll();
            }
        }

        GuardEffect effect(String guard, String detail) {
            var listed = new ArrayList<>(worst);
            listed.sort(Comparator.comparingDouble(Loss::weight).reversed());
            return new GuardEffect(
                    guard,
                    lowered,
                    left,
                    before == 0 ? 0 : (before - after) / before,
                    listed.stream().map(Loss::item).distinct().toList(),
                    List.copyOf(moderators),
                    detail);
        }
    }

    private record Loss(UUID item, double weight) {}
}
