package dev.docket.backend.release;

import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Routing;
import dev.docket.backend.release.Intervals.Weighted;
import dev.docket.dto.models.ShadowView;
import dev.docket.dto.quality.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Two models beside what people found of the same items: at the thresholds of the policies in
/// force, how often each said what the person then said, label by label and language by
/// language.
///
/// The candidate's scores were shown to nobody, so no decision follows them. Some may follow
/// the champion's, which were: that makes the champion look better than it is, and the
/// comparison strict. Where enough people decided without any score before them, only those
/// count.
final class Comparison {
    private final Map<Cell, Tally> cells = new HashMap<>();
    private final List<Weighted> whole = new ArrayList<>();
    private final Policies policies;

    private Comparison(Policies policies) {
        this.policies = policies;
    }

    static Comparison of(List<Pair> pairs, Policies policies) {
        var comparison = new Comparison(policies);
        pairs.forEach(comparison::add);
        return comparison;
    }

    /// Those that saw no score at all where there are enough of them, else all.
    static List<Pair> fairest(List<Pair> pairs, int enough) {
        var blind = pairs.stream().filter(Pair::blind).toList();
        return blind.size() >= enough ? blind : pairs;
    }

    private void add(Pair pair) {
        var champion = flagged(policies.route(pair.champion(), pair.language()));
        var candidate = flagged(policies.route(pair.candidate(), pair.language()));
        String language = language(pair.language());
        double sum = 0;
        int labels = 0;
        for (var found : pair.labels().entrySet()) {
            String label = found.getKey();
            if (pair.champion().containsKey(label) && pair.candidate().containsKey(label)) {
                boolean is = found.getValue() == 1;
                boolean right = candidate.contains(label) == is;
                boolean rightBefore = champion.contains(label) == is;
                tally(label, null).add(is, right, rightBefore, pair.weight());
                tally(label, language).add(is, right, rightBefore, pair.weight());
                sum += (right ? 1 : 0) - (rightBefore ? 1 : 0);
                labels++;
            }
        }
        if (labels > 0) {
            whole.add(new Weighted(sum / labels, pair.weight()));
        }
    }

    private Tally tally(String label, @Nullable String language) {
        return cells.computeIfAbsent(new Cell(label, language), cell -> new Tally());
    }

    private static Set<String> flagged(Routing routing) {
        return routing.scores().stream()
                .filter(Routing.Flag::flagged)
                .map(Routing.Flag::label)
                .collect(Collectors.toSet());
    }

    private static String language(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }

    /// How many decisions were compared.
    int decisions() {
        return whole.size();
    }

    /// What the candidate has more, decision by decision, over all labels.
    Estimate difference() {
        return Intervals.mean(whole);
    }

    /// Labels as a whole first, then their languages, each by name.
    List<ShadowView.OfLabel> labels() {
        return cells.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing((Cell cell) -> cell.language() != null)
                        .thenComparing(Cell::label)
                        .thenComparing(cell -> Objects.requireNonNullElse(cell.language(), ""))))
                .map(entry -> entry.getValue().view(entry.getKey()))
                .toList();
    }

    /// @param language null for all
    private record Cell(String label, @Nullable String language) {}

    private static final class Tally {
        private final List<Weighted> differences = new ArrayList<>();
        private long positives;
        private long right;
        private long rightBefore;

        void add(boolean is, boolean candidateRight, boolean championRight, double weight) {
            positives += is ? 1 : 0;
            right += candidateRight ? 1 : 0;
            rightBefore += championRight ? 1 : 0;
            differences.add(new Weighted((candidateRight ? 1 : 0) - (championRight ? 1 : 0), weight));
        }

        ShadowView.OfLabel view(Cell cell) {
            long of = differences.size();
            return new ShadowView.OfLabel(
                    cell.label(),
                    cell.language(),
                    of,
                    positives,
                    Intervals.wilson(rightBefore, of, Intervals.Z95),
                    Intervals.wilson(right, of, Intervals.Z95),
                    Intervals.mean(differences));
        }
    }
}
