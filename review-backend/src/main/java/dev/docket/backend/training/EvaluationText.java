package dev.docket.backend.training;

import dev.docket.backend.labels.TrainingRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// A row of the evaluated split, while it is being evaluated.
///
/// @param scores label to score
/// @param champion likewise; empty where nothing served
record EvaluationText(TrainingRow row, Map<String, Double> scores, Map<String, Double> champion) {
    private static final int SHORT = 40;
    private static final int LONG = 280;
    private static final Pattern LINK = Pattern.compile("https?://|www\\.");

    String text() {
        return Objects.requireNonNull(row.text());
    }

    List<ScoredRow> rows() {
        var rows = new ArrayList<ScoredRow>();
        for (var target : row.targets().entrySet()) {
            var score = scores.get(target.getKey());
            if (score != null) {
                rows.add(new ScoredRow(
                        target.getKey(),
                        row.item(),
                        target.getValue() == 1,
                        row.inversePropensity(),
                        score,
                        champion.get(target.getKey()),
                        Objects.requireNonNullElse(row.language(), "und"),
                        row.source(),
                        row.group()));
            }
        }
        return rows;
    }

    /// What kinds of text it is of, beside language and source.
    List<String> kinds() {
        var kinds = new ArrayList<String>();
        if (text().length() < SHORT) {
            kinds.add("short");
        }
        if (text().length() >= LONG) {
            kinds.add("long");
        }
        if (LINK.matcher(text()).find()) {
            kinds.add("link");
        }
        String lower = text().toLowerCase(Locale.ROOT);
        if (IdentityTerms.ALL.stream().anyMatch(lower::contains)) {
            kinds.add("identity-term");
        }
        return kinds;
    }
}
