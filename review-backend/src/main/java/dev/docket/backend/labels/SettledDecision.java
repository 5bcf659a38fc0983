package dev.docket.backend.labels;

import dev.docket.dto.labels.LabelRow;
import dev.docket.dto.review.Violation;
import dev.docket.model.image.PdqHash;
import dev.docket.model.text.SimHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision in force with what it teaches and the item it is about; or an imported row, which has no decision and
/// stands for both.
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
        double samplingProbability,
        Standing standing,
        Likeness likeness) {
    /// The bits of a shorter text say nothing: a changed letter is a quarter of it.
    private static final int LEAST_FOR_BITS = 40;
    /// What is further in is not compared.
    private static final int MOST_COMPARED = 20_000;

    /// The labels this set teaches.
    Map<String, Integer> labels(Definition definition) {
        var taught = new TreeMap<>(labels);
        taught.keySet().retainAll(definition.labels());
        return taught;
    }

    boolean isPositive(Definition definition) {
        return labels(definition).containsValue(1);
    }

    boolean isImported() {
        return standing.labelSource().equals(Standing.IMPORTED);
    }

    /// What it is compared by with others, beside what makes them the same.
    Near near() {
        String normalised = Groups.normalised(comparable());
        var keys = new ArrayList<Long>();
        keys.add(itemKey());
        if (!normalised.isEmpty()) {
            keys.add(Groups.hash("text", normalised));
        }
        keys.addAll(likeness.files());
        return new Near(
                keys,
                normalised.length() < LEAST_FOR_BITS ? null : SimHash.of(normalised),
                likeness.signs(),
                likeness.pictures());
    }

    private @Nullable String comparable() {
        return text == null || text.length() <= MOST_COMPARED ? text : text.substring(0, MOST_COMPARED);
    }

    /// Everything that binds this item to others; the item itself comes first, so there is always one.
    List<Long> groupKeys(Set<String> groupBy, Near near) {
        var keys = new ArrayList<Long>();
        keys.add(itemKey());
        if (groupBy.contains(Definition.AUTHOR) && author != null) {
            keys.add(Groups.hash("author", source + "\n" + author));
        }
        if (groupBy.contains(Definition.NEAR_DUPLICATE)) {
            keys.addAll(near.keys());
        }
        return keys;
    }

    long itemKey() {
        return Groups.hash("item", source + "\n" + externalId);
    }

    SettledDecision with(Standing known, Likeness like) {
        return new SettledDecision(
                decision,
                item,
                source,
                externalId,
                author,
                text,
                language,
                labels,
                outcome,
                violations,
                decidedAt,
                policyVersions,
                scores,
                modelVersion,
                scoresVisible,
                samplingProbability,
                known,
                like);
    }

    /// As exported, but for its text.
    LabelRow withoutText(SplitPlan.Place place, Definition definition) {
        return new LabelRow(
                item.toString(),
                source,
                externalId,
                place.split(),
                null,
                language,
                labels(definition),
                outcome,
                violations,
                isImported() ? null : decision.toString(),
                decidedAt,
                new TreeMap<>(policyVersions),
                new TreeMap<>(scores),
                modelVersion,
                scoresVisible,
                samplingProbability,
                standing.labelSource(),
                Weighing.of(standing, samplingProbability, place.kept()),
                place.kept(),
                standing.looks().blind().size(),
                standing.looks().agreement(),
                standing.looks().votes(),
                standing.looks().adjudicated(),
                standing.golden(),
                standing.evaluation(),
                standing.appealOutcome(),
                standing.effectiveAt(),
                Long.toHexString(place.group()));
    }

    /// Fit for a set that wants at least this much agreement: items that one person judged have none to ask for.
    boolean agrees(Definition definition) {
        return Objects.requireNonNullElse(standing.looks().agreement(), 1.0) >= definition.minAgreement();
    }

    @Override
    public String toString() {
        return "SettledDecision[" + decision + "]";
    }

    /// @param keys what makes two items one: the item, its normalised text, the files of its images
    /// @param bits of the normalised text; null where it is too short for them to say anything
    /// @param signs of its embedding
    /// @param pictures hashes of its images
    record Near(List<Long> keys, @Nullable Long bits, long @Nullable [] signs, List<PdqHash> pictures) {}
}
