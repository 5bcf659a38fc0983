package dev.docket.backend.labels;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The dataset card: what somebody must know before training on a set, in Markdown.
final class Card {
    private Card() {}

    static String write(String version, Definition definition, Tally tally, String sha256) {
        return """
                # %s

                Label set `%s`: what moderators decided, as labels for training. %d rows, immutable.

                ## Whence
                Each row is one item and the decision in force on it, taken by a person on the review screen or by a
                policy's own threshold, after its grace time and before %s%s. Labels follow from the policies that the
                decision found violated: the primary label of each is 1; labels of policies that were not violated are
                0; other labels of a violated policy are absent, because the decision did not speak of them. Decisions
                that could not decide are not here, nor are undone and superseded ones.

                ## Filters
                | filter | value |
                |---|---|
                | policies | %s |
                | languages | %s |
                | least agreement | %s |

                ## Splits
                Rows that share %s are in one split. Seed %d.

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
                ## Outcomes
                %s
                ## Schema
                JSON Lines, UTF-8, one row a line: `itemId`, `source`, `externalId`, `split`, `text`, `language`,
                `labels` (label to 0 or 1), `outcome`, `violations`, `decisionId`, `decidedAt`, `policyVersions`,
                `scores` (label to calibrated score at the time), `modelVersion`, `scoresVisible`,
                `samplingProbability` (weight rows by its inverse to speak for all items). CSV has one column for each
                label (`label.NAME`) and score (`score.NAME`), and puts `'` before cells that a spreadsheet would run.

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
                        definition.minAgreement(),
                        definition.groupBy().isEmpty() ? "nothing but the item" : listed(definition.groupBy(), ""),
                        definition.seed(),
                        splits(definition, tally),
                        labels(tally),
                        counts("language", tally.languages()),
                        counts("source", tally.sources()),
                        counts("outcome", tally.outcomes()),
                        gaps(tally),
                        sha256);
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
        return tally.labels().entrySet().stream()
                .map(label -> "| %s | %d | %d |%n"
                        .formatted(
                                label.getKey(),
                                label.getValue().found(),
                                label.getValue().notFound()))
                .collect(Collectors.joining());
    }

    private static String counts(String what, Map<String, Long> counts) {
        return "| %s | rows |%n|---|---|%n".formatted(what)
                + counts.entrySet().stream()
                        .map(count -> "| %s | %d |%n".formatted(plain(count.getKey()), count.getValue()))
                        .collect(Collectors.joining());
    }

    private static String gaps(Tally tally) {
        var gaps = new StringBuilder("- One decision an item so far: agreement among raters is not measured.\n");
        if (!tally.neverFound().isEmpty()) {
            gaps.append("- Never found here, so a head cannot learn: ")
                    .append(String.join(", ", tally.neverFound()))
                    .append(".\n");
        }
        if (tally.withoutText() > 0) {
            gaps.append("- ").append(tally.withoutText()).append(" rows have no text; their media are not exported.\n");
        }
        if (tally.unscored() > 0) {
            gaps.append("- ").append(tally.unscored()).append(" rows were not scored before they were decided.\n");
        }
        tally.splits().forEach((split, rows) -> {
            if (rows == 0) {
                gaps.append("- The split ").append(split).append(" is empty.\n");
            }
        });
        return gaps.toString();
    }

    private static String listed(Set<String> values, String none) {
        return values.isEmpty() ? none : String.join(", ", values);
    }

    /// Names are somebody's input: without what Markdown or HTML would make something of.
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}<>|`\\[\\]*_#&\\\\]", " ").strip();
    }
}
