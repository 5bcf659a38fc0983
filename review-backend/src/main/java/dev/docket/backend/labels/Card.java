package dev.docket.backend.labels;

import dev.docket.dto.Phrase;
import dev.docket.dto.labels.DatasetCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The dataset card: what somebody must know before training on a set, in Markdown.
final class Card {
    private Card() {}

    static String write(String version, Definition definition, Tally tally, SplitPlan.LeftOut leftOut, String sha256) {
        return """
                # %s

                Label set `%s`: what moderators decided, as labels for training. %d rows, immutable.

                ## Whence
                Each row is one item and the decision in force on it, taken by a person, after its grace time and before
                %s%s; or an imported row, if imports are named below. What the machine decided by itself is not here.
                Labels follow from the policies that the decision found violated: the primary label of each is 1; labels
                of policies that were not violated are 0; other labels of a violated policy are absent, because the
                decision did not speak of them. Decisions that could not decide are not here, nor are undone and
                superseded ones: after an overturned appeal the row has the corrected labels.

                ## Filters
                | filter | value |
                |---|---|
                | policies | %s |
                | languages | %s |
                | sources | %s |
                | settled by | %s |
                | least agreement | %s |
                | imports | %s |
                | tests of other sets held out | %s |

                ## Splits
                Rows that share %s are in one split. %s Seed %d. Left out: %d golden and evaluation items and their
                near-duplicates, %d rows whose group is in a split of another time, %d rows without a positive label for
                balance.

                | split | share | rows |
                |---|---|---|
                %s
                ## Labels
                | label | found (1) | not found (0) |
                |---|---|---|
                %s
                ## Languages
                %s
                ## Sources
                %s
                ## Settled by
                %s
                ## Months
                %s
                ## Outcomes
                %s
                ## Agreement
                %s

                ## Weights
                `weight` is `min(1 / samplingProbability, %s)` × certainty / `keptProbability`. Certainty is 1 for what was
                adjudicated, appealed against, reversed or golden; 0.5 and half the agreement where two or more judged it
                without knowing of each other; %s for one judgement; for imported rows what their import says.

                ## Schema
                JSON Lines, UTF-8, one row a line: `itemId`, `source`, `externalId`, `split`, `text`, `language`,
                `labels` (label to 0 or 1), `outcome`, `violations`, `decisionId`, `decidedAt`, `policyVersions`,
                `scores` (label to calibrated score at the time), `modelVersion`, `scoresVisible`,
                `samplingProbability`, `labelSource`, `weight`, `keptProbability`, `looks`, `agreement`, `votes` (each
                person's finding; `rater` stands for the person), `adjudicated`, `golden`, `evaluation`,
                `appealOutcome`, `effectiveAt`, `group`. CSV and Parquet have one column for each label (`label.NAME`) and
                score (`score.NAME`); CSV puts `'` before cells that a spreadsheet would run.

                ## Known gaps
                %s
                ## Proof
                SHA-256 of the JSON Lines export of all rows: `%s`
                """.formatted(
                        plain(definition.name()),
                        version,
                        tally.rows(),
                        definition.to(),
                        definition.from() == null ? "" : ", and not before " + definition.from(),
                        listed(definition.policies(), "all"),
                        listed(definition.languages(), "all"),
                        plain(listed(definition.sources(), "all")),
                        listed(definition.labelSources(), "all"),
                        definition.minAgreement(),
                        listed(definition.imports(), "none"),
                        listed(definition.holdOut(), "none"),
                        definition.groupBy().isEmpty() ? "nothing but the item" : listed(definition.groupBy(), ""),
                        definition.isByTime() ? "They are cut by time: what is trained on is oldest." : "",
                        definition.seed(),
                        leftOut.heldOut(),
                        leftOut.straddling(),
                        leftOut.balance(),
                        splits(definition, tally),
                        labels(tally),
                        counts("language", tally.figures().languages()),
                        counts("source", tally.figures().sources()),
                        counts("settled by", tally.figures().labelSources()),
                        counts("month", tally.figures().months()),
                        counts("outcome", tally.outcomes()),
                        agreement(tally),
                        Weighing.MOST_INVERSE,
                        Weighing.ONE_LOOK,
                        gaps(tally),
                        sha256);
    }

    private static String agreement(Tally tally) {
        return tally.met() == 0
                ? "No item here was judged by two people without knowing of each other."
                : String.format(
                        Locale.ROOT,
                        "%d of %d items were judged by two people or more without knowing of each other; on average %.0f %% "
                                + "of their pairs found the same policies violated.",
                        tally.met(),
                        tally.rows(),
                        tally.agreement() * 100);
    }

    private static String splits(Definition definition, Tally tally) {
        return tally.splits().entrySet().stream()
                .map(split -> "| %s | %s | %d |%n"
                        .formatted(
                                split.getKey(),
                                definition.splits().getOrDefault(split.getKey(), 0.0),
                                split.getValue()))
                .collect(Collectors.joining());
    }

    private static String labels(Tally tally) {
        return tally.figures().labels().entrySet().stream()
                .map(label -> "| %s | %d | %d |%n"
                        .formatted(
                                label.getKey(),
                                label.getValue().positives(),
                                label.getValue().negatives()))
                .collect(Collectors.joining());
    }

    private static String counts(String what, Map<String, Long> counts) {
        return "| %s | rows |%n|---|---|%n".formatted(what)
                + counts.entrySet().stream()
                        .map(count -> "| %s | %d |%n".formatted(plain(count.getKey()), count.getValue()))
                        .collect(Collectors.joining());
    }

    private static String gaps(Tally tally) {
        var said = new StringBuilder();
        for (var gap : listOfGaps(tally)) {
            said.append("- ").append(gap.english()).append('\n');
        }
        return said.toString();
    }

    private static List<Gap> listOfGaps(Tally tally) {
        var gaps = new ArrayList<Gap>();
        count(gaps, "one-judgement", tally.rows() - tally.met(), "rows rest on one judgement.");
        if (!tally.neverFound().isEmpty()) {
            gaps.add(new Gap(
                    new Phrase("gap.never-found"),
                    "Never found here, so a head cannot learn: " + String.join(", ", tally.neverFound()) + "."));
        }
        count(gaps, "no-text", tally.withoutText(), "rows have no text; their media are not exported.");
        count(gaps, "unscored", tally.unscored(), "rows were not scored before they were decided.");
        count(gaps, "unseen", tally.unseen(), "rows were decided without seeing their scores.");
        count(gaps, "duplicates", tally.duplicates(), "rows repeat a text that is in the set already.");
        tally.splits().forEach((split, rows) -> {
            if (rows == 0) {
                gaps.add(new Gap(new Phrase("gap.empty-split." + split), "The split " + split + " is empty."));
            }
        });
        return gaps;
    }

    private static void count(List<Gap> gaps, String code, long rows, String english) {
        if (rows > 0) {
            gaps.add(new Gap(new Phrase("gap." + code, Map.of("rows", (double) rows)), rows + " " + english));
        }
    }

    /// The same without words.
    static DatasetCard facts(
            String version, Definition definition, Tally tally, SplitPlan.LeftOut leftOut, String sha256) {
        return new DatasetCard(
                version,
                definition.request(),
                definition.labels(),
                definition.to(),
                tally.rows(),
                tally.splits(),
                tally.figures(),
                tally.outcomes(),
                new DatasetCard.LeftOut(leftOut.heldOut(), leftOut.straddling(), leftOut.balance()),
                tally.met(),
                tally.agreement(),
                new DatasetCard.Weights(Weighing.MOST_INVERSE, Weighing.ONE_LOOK),
                listOfGaps(tally).stream().map(Gap::phrase).toList(),
                List.copyOf(tally.neverFound()),
                sha256,
                0);
    }

    /// Something that is missing or thin.
    private record Gap(Phrase phrase, String english) {}

    private static String listed(Set<String> values, String none) {
        return values.isEmpty() ? none : String.join(", ", values);
    }

    /// Names are somebody's input: without what Markdown or HTML would make something of.
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}<>|`\\[\\]*_#&\\\\]", " ").strip();
    }
}
