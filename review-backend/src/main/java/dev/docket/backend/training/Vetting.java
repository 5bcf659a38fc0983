package dev.docket.backend.training;

import dev.docket.backend.labels.TrainingRow;
import dev.docket.dto.models.GuardEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What each row may count for in a training, so that no single moderator makes a model: weights
/// are clipped, whoever disagrees with settled truths counts less or not at all, and nobody has
/// more than a share of a label's evidence.
///
/// Built from one pass over the rows, without their texts; asked row by row in the next.
final class Vetting {
    /// Times the middle weight.
    static final double MOST_WEIGHT = 20;

    static final double MOST_SHARE = 0.25;
    private static final int ROUNDS = 30;
    private static final int LISTED = 50;

    private final Map<UUID, Double> trust;
    private final double ceiling;
    private final Map<String, Map<UUID, Double>> caps = new TreeMap<>();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Map<String, Map<Boolean, Integer>> balance = new TreeMap<>();

    /// @param trust what those moderators' findings are worth who disagree with settled truths
    private Vetting(Map<UUID, Double> trust, double ceiling) {
        this.trust = trust;
        this.ceiling = ceiling;
        for (String guard : List.of("propensity-clip", "golden-disagreement", "moderator-cap")) {
            tallies.put(guard, new Tally());
        }
    }

    static Vetting of(Stream<TrainingRow> rows, Map<UUID, Double> trust) {
        var sketches = rows.map(Sketch::of).toList();
        double[] weights =
                sketches.stream().mapToDouble(Sketch::weight).sorted().toArray();
        double middle = weights.length == 0 ? 1 : weights[weights.length / 2];
        var vetting = new Vetting(trust, middle * MOST_WEIGHT);
        sketches.forEach(vetting::clip);
        sketches.stream()
                .flatMap(sketch -> sketch.targets().keySet().stream())
                .distinct()
                .sorted()
                .forEach(label -> vetting.cap(label, sketches));
        sketches.forEach(vetting::count);
        return vetting;
    }

    /// A row without what training reads.
    private record Sketch(UUID item, UUID by, boolean known, double weight, Map<String, Integer> targets) {
        private static final UUID NOBODY = new UUID(0, 0);

        static Sketch of(TrainingRow row) {
            UUID by = row.decidedBy();
            return new Sketch(row.item(), by == null ? NOBODY : by, by != null, row.weight(), row.targets());
        }
    }

    private double worth(Sketch sketch) {
        return Math.min(sketch.weight(), ceiling) * trust.getOrDefault(sketch.by(), 1.0);
    }

    private void clip(Sketch sketch) {
        tally("propensity-clip").add(sketch.item(), sketch.weight(), Math.min(sketch.weight(), ceiling), null);
        if (trust.containsKey(sketch.by())) {
            tally("golden-disagreement")
                    .add(sketch.item(), Math.min(sketch.weight(), ceiling), worth(sketch), sketch.by());
        }
    }

    /// Water-filling: each round brings those above the share down to it, which lowers the whole.
    /// Where too few people decided for anybody to stay below the share, half again as much as an
    /// equal part is let through.
    private void cap(String label, List<Sketch> sketches) {
        var sums = new HashMap<UUID, Double>();
        double others = 0;
        for (var sketch : sketches) {
            if (sketch.targets().containsKey(label) && sketch.known()) {
                sums.merge(sketch.by(), worth(sketch), Double::sum);
            } else if (sketch.targets().containsKey(label)) {
                others += worth(sketch);
            }
        }
        long people = sums.values().stream().filter(sum -> sum > 0).count();
        double share = Math.max(MOST_SHARE, people == 0 ? 1 : 1.5 / people);
        var allowed = new HashMap<>(sums);
        for (int round = 0; round < ROUNDS && people > 1; round++) {
            double all = others
                    + allowed.values().stream().mapToDouble(Double::doubleValue).sum();
            allowed.replaceAll((person, sum) -> Math.min(sum, share * all));
        }
        var factors = new HashMap<UUID, Double>();
        sums.forEach((person, sum) -> {
            double factor = sum == 0 ? 1 : allowed.getOrDefault(person, sum) / sum;
            if (factor < 0.999) {
                factors.put(person, factor);
            }
        });
        caps.put(label, factors);
    }

    private void count(Sketch sketch) {
        for (var target : sketch.targets().entrySet()) {
            double factor = factor(target.getKey(), sketch.by());
            if (factor < 1) {
                tally("moderator-cap").add(sketch.item(), worth(sketch), worth(sketch) * factor, sketch.by());
            }
            if (worth(sketch) > 0) {
                balance.computeIfAbsent(target.getKey(), unknown -> new HashMap<>())
                        .merge(target.getValue() == 1, 1, Integer::sum);
            }
        }
    }

    private double factor(String label, UUID by) {
        return caps.getOrDefault(label, Map.of()).getOrDefault(by, 1.0);
    }

    /// What a row counts for under a label; 0 for a row that is left out.
    double weight(TrainingRow row, String label) {
        var sketch = Sketch.of(row);
        return worth(sketch) * factor(label, sketch.by());
    }

    /// Rows of a label that found it, or did not.
    int rows(String label, boolean present) {
        return balance.getOrDefault(label, Map.of()).getOrDefault(present, 0);
    }

    List<GuardEffect> effects() {
        return List.of(
                tally("propensity-clip")
                        .effect(
                                "propensity-clip",
                                "No row counts more than %.0f times the middle one.".formatted(MOST_WEIGHT)),
                tally("golden-disagreement")
                        .effect(
                                "golden-disagreement",
                                "Moderators whose accuracy on settled items is surely low count less, or not at all."),
                tally("moderator-cap")
                        .effect(
                                "moderator-cap",
                                "Nobody has more than %.0f %% of a label's evidence.".formatted(MOST_SHARE * 100)));
    }

    private Tally tally(String guard) {
        return Objects.requireNonNull(tallies.get(guard));
    }

    /// What one guard took from whom.
    private static final class Tally {
        private final List<Loss> losses = new ArrayList<>();
        private double before;
        private double after;

        void add(UUID item, double before, double after, @Nullable UUID by) {
            this.before += before;
            this.after += after;
            if (after < before) {
                losses.add(new Loss(item, before - after, after == 0, by));
            }
        }

        GuardEffect effect(String guard, String detail) {
            return new GuardEffect(
                    guard,
                    losses.stream().filter(loss -> !loss.whole()).count(),
                    losses.stream().filter(Loss::whole).count(),
                    before == 0 ? 0 : (before - after) / before,
                    losses.stream()
                            .sorted(Comparator.comparingDouble(Loss::weight).reversed())
                            .map(Loss::item)
                            .distinct()
                            .limit(LISTED)
                            .toList(),
                    losses.stream()
                            .flatMap(loss -> Stream.ofNullable(loss.by()))
                            .distinct()
                            .sorted()
                            .toList(),
                    detail);
        }
    }

    private record Loss(
            UUID item,
            double weight,
            boolean whole,
            @Nullable UUID by) {}
}
