package dev.docket.backend.labels;

import dev.docket.backend.platform.CsvCell;
import dev.docket.dto.labels.LabelRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A label set as CSV, safe to open in a spreadsheet. JSON Lines stays exact.
final class CsvTable {
    private final List<String> labels;
    private final JsonMapper json;

    /// @param labels one column each, and one for its score
    CsvTable(List<String> labels, JsonMapper json) {
        this.labels = labels;
        this.json = json;
    }

    String header() {
        var cells = new ArrayList<>(List.of(
                "itemId",
                "source",
                "externalId",
                "split",
                "text",
                "language",
                "outcome",
                "violations",
                "decisionId",
                "decidedAt",
                "policyVersions",
                "modelVersion",
                "scoresVisible",
                "samplingProbability",
                "labelSource",
                "weight",
                "keptProbability",
                "looks",
                "agreement",
                "votes",
                "adjudicated",
                "golden",
                "evaluation",
                "appealOutcome",
                "effectiveAt",
                "group"));
        labels.forEach(label -> cells.add("label." + label));
        labels.forEach(label -> cells.add("score." + label));
        return line(cells);
    }

    String row(String kept, @Nullable String text) {
        var row = json.readValue(kept, LabelRow.class);
        var cells = new ArrayList<String>();
        cells.add(row.itemId());
        cells.add(row.source());
        cells.add(row.externalId());
        cells.add(row.split());
        cells.add(orEmpty(text));
        cells.add(orEmpty(row.language()));
        cells.add(row.outcome());
        cells.add(json.writeValueAsString(row.violations()));
        cells.add(orEmpty(row.decisionId()));
        cells.add(row.decidedAt().toString());
        cells.add(json.writeValueAsString(row.policyVersions()));
        cells.add(orEmpty(row.modelVersion()));
        cells.add(Boolean.toString(row.scoresVisible()));
        cells.add(Double.toString(row.samplingProbability()));
        cells.add(row.labelSource());
        cells.add(Double.toString(row.weight()));
        cells.add(Double.toString(row.keptProbability()));
        cells.add(Integer.toString(row.looks()));
        cells.add(orEmpty(row.agreement()));
        cells.add(json.writeValueAsString(row.votes()));
        cells.add(Boolean.toString(row.adjudicated()));
        cells.add(Boolean.toString(row.golden()));
        cells.add(Boolean.toString(row.evaluation()));
        cells.add(orEmpty(row.appealOutcome()));
        cells.add(orEmpty(row.effectiveAt()));
        cells.add(row.group());
        labels.forEach(label -> cells.add(orEmpty(row.labels().get(label))));
        labels.forEach(label -> cells.add(orEmpty(row.scores().get(label))));
        return line(cells);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvCell::of).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
