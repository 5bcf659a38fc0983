package dev.docket.backend.labels;

import dev.docket.dto.labels.LabelRow;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What a label set consists of, counted while it is built.
final class Tally {
    private final Map<String, Long> splits = new TreeMap<>();
    private final Map<String, Long> languages = new TreeMap<>();
    private final Map<String, Long> sources = new TreeMap<>();
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Balance> labels = new TreeMap<>();
    private long rows;
    private long withoutText;
    private long unscored;

    Tally(Definition definition) {
        definition.splits().keySet().forEach(split -> splits.put(split, 0L));
        definition.labels().forEach(label -> labels.put(label, new Balance(0, 0)));
    }

    void count(LabelRow row, boolean hasText) {
        rows++;
        splits.merge(row.split(), 1L, Long::sum);
        languages.merge(Objects.requireNonNullElse(row.language(), "und"), 1L, Long::sum);
        sources.merge(row.source(), 1L, Long::sum);
        outcomes.merge(row.outcome(), 1L, Long::sum);
        withoutText += hasText ? 0 : 1;
        unscored += row.scores().isEmpty() ? 1 : 0;
        row.labels().forEach((label, value) -> labels.merge(label, Balance.of(value), Balance::plus));
    }

    long rows() {
        return rows;
    }

    long withoutText() {
        return withoutText;
    }

    long unscored() {
        return unscored;
    }

    Map<String, Long> splits() {
        return splits;
    }

    Map<String, Long> languages() {
        return languages;
    }

    Map<String, Long> sources() {
        return sources;
    }

    Map<String, Long> outcomes() {
        return outcomes;
    }

    Map<String, Balance> labels() {
        return labels;
    }

    Collection<String> neverFound() {
        return labels.entrySet().stream()
                .filter(label -> label.getValue().found() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// @param found rows with 1
    /// @param notFound rows with 0; the others say nothing of the label
    record Balance(long found, long notFound) {
        static Balance of(int value) {
            return value == 1 ? new Balance(1, 0) : new Balance(0, 1);
        }

        Balance plus(Balance other) {
            return new Balance(found + other.found, notFound + other.notFound);
        }
    }
}
