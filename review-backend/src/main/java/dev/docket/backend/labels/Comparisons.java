package dev.docket.backend.labels;

import dev.docket.dto.labels.LabelSetComparison;
import dev.docket.dto.labels.LabelSetComparison.Difference;
import java.util.Map;
import org.springframework.stereotype.Service;

/// What differs between two label sets.
@Service
public class Comparisons {
    private final LabelSets sets;
    private final StoredComparison stored;

    Comparisons(LabelSets sets, StoredComparison stored) {
        this.sets = sets;
        this.stored = stored;
    }

    public LabelSetComparison compare(String one, String other) {
        sets.ready(one);
        sets.ready(other);
        var counts = stored.counts(one, other);
        return new LabelSetComparison(
                one,
                other,
                counts.getOrDefault("UNCHANGED", 0L),
                difference(one, other, "ADDED", counts),
                difference(one, other, "REMOVED", counts),
                difference(one, other, "CHANGED", counts),
                difference(one, other, "MOVED", counts),
                stored.labels(one, other));
    }

    private Difference difference(String one, String other, String kind, Map<String, Long> counts) {
        return new Difference(counts.getOrDefault(kind, 0L), stored.examples(one, other, kind));
    }
}
