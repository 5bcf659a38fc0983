package dev.docket.backend.enforcement.transparency;

import dev.docket.backend.platform.CsvCell;
import dev.docket.dto.enforcement.TransparencyReport;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The report as one long table: section, what it counts, the figure. Long rather than wide, because every section
/// counts by something else.
public final class ReportTable {
    private final StringBuilder rows = new StringBuilder();

    private ReportTable() {}

    public static String of(TransparencyReport report) {
        var table = new ReportTable();
        table.row("section", "policy", "category", "measure", "initiative", "by", "figure", "value");
        report.notices().forEach(table::notices);
        report.actions()
                .forEach(acted -> table.row(
                        "actions",
                        acted.policy(),
                        acted.category(),
                        acted.action(),
                        acted.ownInitiative() ? "OWN" : "NOTICE",
                        acted.byAutomation() ? "AUTOMATION" : "PERSON",
                        "count",
                        acted.count()));
        report.automation().forEach(table::automation);
        table.appeals(report.appeals());
        report.handling().forEach(handling -> {
            table.by("handling", handling.by(), "decisions", handling.decisions());
            table.by("handling", handling.by(), "medianSeconds", handling.medianSeconds());
        });
        return table.rows.toString();
    }

    private void notices(TransparencyReport.Notices notices) {
        notice(notices, "notices", notices.notices());
        notice(notices, "items", notices.items());
        notice(notices, "acted", notices.acted());
        notice(notices, "actedByAutomation", notices.actedByAutomation());
        notice(notices, "medianSeconds", notices.medianSeconds());
    }

    private void notice(TransparencyReport.Notices of, String figure, @Nullable Object value) {
        row("notices", of.policy(), of.category(), null, "NOTICE", null, figure, value);
    }

    private void automation(TransparencyReport.Automation automation) {
        by("automation", automation.by(), "decisions", automation.decisions());
        by("automation", automation.by(), "overturned", automation.overturned());
        by("automation", automation.by(), "errorRate", automation.errorRate());
    }

    private void appeals(TransparencyReport.Appeals appeals) {
        by("appeals", null, "received", appeals.received());
        by("appeals", null, "decided", appeals.decided());
        by("appeals", null, "upheld", appeals.upheld());
        by("appeals", null, "overturned", appeals.overturned());
        by("appeals", null, "changed", appeals.changed());
        by("appeals", null, "medianSeconds", appeals.medianSeconds());
    }

    private void by(String section, @Nullable String by, String figure, @Nullable Object value) {
        row(section, null, null, null, null, by, figure, value);
    }

    private void row(@Nullable Object... cells) {
        rows.append(Arrays.stream(cells)
                        .map(cell -> CsvCell.of(Objects.toString(cell, "")))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
    }
}
