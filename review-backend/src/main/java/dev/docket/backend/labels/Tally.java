package dev.docket.backend.labels;

import dev.docket.dto.labels.LabelBalance;
import dev.docket.dto.labels.LabelRow;
import dev.docket.dto.labels.LabelSetFigures;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What a label set consists of, counted while it is built.
final class Tally {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final LabelBalance NOTHING = new LabelBalance(0, 0);

    private final Map<String, Long> splits = new TreeMap<>();
    private final Map<String, Long> languages = new TreeMap<>();
    private final Map<String, Long> sources = new TreeMap<>();
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> labelSources = new TreeMap<>();
    private final Map<String, Long> months = new TreeMap<>();
    private final Map<String, LabelBalance> labels = new TreeMap<>();
    private final Map<String, LabelBalance> trained = new TreeMap<>();
    private final Groups texts = new Groups();
    private final Map<String, Groups> seen = new HashMap<>();
    private long rows;
    private long withoutText;
    private long unscored;
    private long unseen;
    private long duplicates;
    private long leaks;
    private long met;
    private double agreed;

    Tally(Definition definition) {
        definition.splits().keySet().forEach(split -> splits.put(split, 0L));
        definition.labels().forEach(label -> labels.put(label, NOTHING));
        definition.labels().forEach(label -> trained.put(label, NOTHING));
    }

    /// @param cluster what it is a near-duplicate of
    void count(LabelRow row, SettledDecision decision, long cluster) {
        rows++;
        splits.merge(row.split(), 1L, Long::sum);
        languages.merge(Objects.requireNonNullElse(row.language(), "und"), 1L, Long::sum);
        sources.merge(row.source(), 1L, Long::sum);
        outcomes.merge(row.outcome(), 1L, Long::sum);
        labelSources.merge(row.labelSource(), 1L, Long::sum);
        months.merge(MONTH.format(row.decidedAt()), 1L, Long::sum);
        withoutText += decision.text() == null ? 1 : 0;
        unscored += row.scores().isEmpty() ? 1 : 0;
        unseen += row.scores().isEmpty() || row.scoresVisible() ? 0 : 1;
        agree(row);
        row.labels().forEach((label, value) -> labels.merge(label, balance(value), Tally::plus));
        if (SplitPlan.trains(row.split())) {
            row.labels().forEach((label, value) -> trained.merge(label, balance(value), Tally::plus));
        }
        compare(row.split(), decision, cluster);
    }

    private void agree(LabelRow row) {
        if (row.agreement() != null) {
            met++;
            agreed += row.agreement();
        }
    }

    private void compare(String split, SettledDecision decision, long cluster) {
        String normalised = Groups.normalised(decision.text());
        if (!normalised.isEmpty()) {
            long text = Groups.hash("text", normalised);
            duplicates += texts.knows(text) ? 1 : 0;
            texts.join(text, text);
        }
        long author = decision.author() == null
                ? cluster
                : Groups.hash("author", decision.source() + "\n" + decision.author());
        leaks += isElsewhere(split, cluster) || isElsewhere(split, author) ? 1 : 0;
        var here = seen.computeIfAbsent(split, first -> new Groups());
        here.join(cluster, cluster);
        here.join(author, author);
    }

    private boolean isElsewhere(String split, long key) {
        return seen.entrySet().stream()
                .anyMatch(other ->
                        !other.getKey().equals(split) && other.getValue().knows(key));
    }

    private static LabelBalance balance(int value) {
        return value == 1 ? new LabelBalance(1, 0) : new LabelBalance(0, 1);
    }

    private static LabelBalance plus(LabelBalance one, LabelBalance other) {
        return new LabelBalance(one.positives() + other.positives(), one.negatives() + other.negatives());
    }

    long rows() {
        return rows;
    }

    long withoutText() {
        return withoutText;
    }

    /// Rows that no model had scored.
    long unscored() {
        return unscored;
    }

    /// Rows decided without seeing the scores there were.
    long unseen() {
        return unseen;
    }

    /// Rows whose text is in the set already.
    long duplicates() {
        return duplicates;
    }

    /// Rows with a near-duplicate or another text of their author in another split.
    long leaks() {
        return leaks;
    }

    /// Rows that two people or more judged without knowing of each other.
    long met() {
        return met;
    }

    /// Their mean agreement; 0 for none.
    double agreement() {
        return met == 0 ? 0 : agreed / met;
    }

    Map<String, Long> splits() {
        return splits;
    }

    Map<String, Long> outcomes() {
        return outcomes;
    }

    /// Balance of the rows that may be trained on.
    Map<String, LabelBalance> trained() {
        return trained;
    }

    LabelSetFigures figures() {
        return new LabelSetFigures(rows, labels, languages, sources, labelSources, months);
    }

    Collection<String> neverFound() {
        return labels.entrySet().stream()
                .filter(label -> label.getValue().positives() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
