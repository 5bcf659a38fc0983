package dev.docket.backend.precedents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Near-duplicates around the first of them, their leader.
///
/// Every item joins the first leader that it is a near-duplicate of, or leads a cluster of its
/// own. Items are compared with leaders only and never with members, so a chain of small
/// differences cannot join what has nothing in common; and the leader, being the oldest, names
/// the cluster for as long as it waits.
record Cluster(Fingerprint leader, List<Fingerprint> members) {
    /// At a cosine of 0.9 about 55 of 384 signs differ, give or take 7; further apart the exact cosine is not worth it.
    private static final double MOST_SIGNS = 0.25;

    /// Those of at least `smallest` items, the largest first.
    ///
    /// @param prints of what waits
    /// @param leastCosine from which two texts are near-duplicates by meaning alone
    static List<Cluster> of(List<Fingerprint> prints, double leastCosine, int smallest) {
        var leaders = new ArrayList<Leader>();
        Map<String, Leader> byText = new HashMap<>();
        prints.stream().sorted(Comparator.comparing(Fingerprint::item)).forEach(print -> {
            var leader = find(print, leaders, byText, leastCosine);
            leader.members.add(print);
            if (print.textHash() != null) {
                byText.putIfAbsent(Arrays.toString(print.textHash()), leader);
            }
        });
        return leaders.stream()
                .filter(leader -> leader.members.size() >= smallest)
                .map(leader -> new Cluster(leader.print, List.copyOf(leader.members)))
                .sorted(Comparator.comparingInt((Cluster cluster) -> -cluster.members.size()))
                .toList();
    }

    private static Leader find(
            Fingerprint print, List<Leader> leaders, Map<String, Leader> byText, double leastCosine) {
        @Nullable Leader same = print.textHash() == null ? null : byText.get(Arrays.toString(print.textHash()));
        if (same != null) {
            return same;
        }
        var candidate = new Leader(print);
        for (var leader : leaders) {
            if (leader.mayLead(candidate) && leader.print.isNearDuplicateOf(print, leastCosine)) {
                return leader;
            }
        }
        leaders.add(candidate);
        return candidate;
    }

    private static final class Leader {
        private final Fingerprint print;
        private final long @Nullable [] sketch;
        private final List<Fingerprint> members = new ArrayList<>();

        Leader(Fingerprint print) {
            this.print = print;
            sketch = print.embedding() == null ? null : Sketch.of(Objects.requireNonNull(print.embedding()));
        }

        /// Whether comparing the two exactly is worth it.
        boolean mayLead(Leader other) {
            boolean pictures =
                    !print.pictures().isEmpty() && !other.print.pictures().isEmpty();
            boolean texts = sketch != null
                    && other.sketch != null
                    && Sketch.distance(sketch, other.sketch) <= sketch.length * Long.SIZE * MOST_SIGNS;
            boolean letters = print.simHash() != null
                    && other.print.simHash() != null
                    && Long.bitCount(print.simHash() ^ other.print.simHash()) <= Fingerprint.NEAR_TEXT;
            return pictures || texts || letters;
        }
    }
}
