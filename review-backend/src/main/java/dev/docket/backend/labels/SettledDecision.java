package dev.docket.backend.labels;

import dev.docket.dto.labels.LabelRow;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision in force with what it teaches and the item it is about.
record SettledDecision(
        UUID decision,
        UUID item,
        String source,
        String externalId,
        @Nullable String author,
        @Nullable String text,
        @Nullable String language,
        Map<String, Integer> labels,
        String outcome,
        List<Violation> violations,
        Instant decidedAt,
        Map<String, Integer> policyVersions,
        Map<String, Double> scores,
        @Nullable String modelVersion,
        boolean scoresVisible,
        double samplingProbability) {

    /// The labels this set teaches.
    Map<String, Integer> labels(Definition definition) {
        var taught = new TreeMap<>(labels);
        taught.keySet().retainAll(definition.labels());
        return taught;
    }

    /// What binds this item to others; the item itself comes first, so there is always one.
    List<Long> groupKeys(Set<String> groupBy) {
        var keys = new ArrayList<Long>();
        keys.add(itemKey());
        if (groupBy.contains(Definition.AUTHOR) && author != null) {
            keys.add(Groups.hash("author", source + "\n" + author));
        }
        String normalised = groupBy.contains(Definition.NEAR_DUPLICATE) ? Groups.normalised(text) : "";
        if (!normalised.isEmpty()) {
            keys.add(Groups.hash("text", normalised));
        }
        return keys;
    }

    long itemKey() {
        return Groups.hash("item", source + "\n" + externalId);
    }

    /// As exported, but for its text.
    LabelRow withoutText(String split, Definition definition) {
        return new LabelRow(
                item.toString(),
                source,
                externalId,
                split,
                null,
                language,
                labels(definition),
                outcome,
                violations,
                decision.toString(),
                decidedAt,
                new TreeMap<>(policyVersions),
                new TreeMap<>(scores),
                modelVersion,
                scoresVisible,
                samplingProbability,
                "FIRST",
                1,
                1,
                1,
                null,
                List.of(),
                false,
                false,
                false,
                null,
                null,
                "");
    }

    @Override
    public String toString() {
        return "SettledDecision[" + decision + "]";
    }
}
