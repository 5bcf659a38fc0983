package dev.docket.client.records;

import dev.docket.client.common.control.FigureTable;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.enforcement.TransparencyReport;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The figures of a period as tables.
final class TransparencyPane extends VBox {
    private final ItemWords words;
    private final NumberFormat numbers;
    private final NumberFormat shares;

    TransparencyPane(Transparency model, ItemWords words, Locale locale) {
        this.words = words;
        numbers = NumberFormat.getIntegerInstance(locale);
        shares = NumberFormat.getPercentInstance(locale);
        shares.setMaximumFractionDigits(1);
        getStyleClass().add("figure-tables");
        model.reportProperty().subscribe(this::show);
    }

    private void show(@Nullable TransparencyReport report) {
        getChildren().clear();
        if (report != null) {
            getChildren().setAll(actions(report), automation(report), notices(report), appeals(report));
        }
    }

    private FigureTable notices(TransparencyReport report) {
        var table = table("notices", 2, "policy", "category", "notices", "items", "acted", "alone", "median");
        report.notices()
                .forEach(one -> table.row(List.of(
                        one.policy() == null ? words.text("records.no-policy") : words.queue(one.policy()),
                        category(one.category()),
                        number(one.notices()),
                        number(one.items()),
                        number(one.acted()),
                        number(one.actedByAutomation()),
                        length(one.medianSeconds()))));
        return table;
    }

    private FigureTable actions(TransparencyReport report) {
        var table = table("actions", 5, "policy", "category", "action", "initiative", "by", "count");
        report.actions()
                .forEach(one -> table.row(List.of(
                        words.queue(one.policy()),
                        category(one.category()),
                        words.action(one.action()),
                        words.text(one.ownInitiative() ? "records.initiative.own" : "records.initiative.notice"),
                        words.text(one.byAutomation() ? "records.by.automation" : "records.by.person"),
                        number(one.count()))));
        return table;
    }

    private FigureTable automation(TransparencyReport report) {
        var table = table("automation", 1, "by", "decisions", "overturned", "error-rate", "median");
        report.automation()
                .forEach(one -> table.row(List.of(
                        words.named("records.by", one.by()),
                        number(one.decisions()),
                        number(one.overturned()),
                        one.errorRate() == null ? "–" : shares.format(one.errorRate()),
                        report.handling().stream()
                                .filter(handling -> handling.by().equals(one.by()))
                                .findFirst()
                                .map(handling -> length(handling.medianSeconds()))
                                .orElse("–"))));
        return table;
    }

    private FigureTable appeals(TransparencyReport report) {
        var appeals = report.appeals();
        return table("appeals", 0, "received", "decided", "upheld", "overturned", "changed", "median")
                .row(List.of(
                        number(appeals.received()),
                        number(appeals.decided()),
                        number(appeals.upheld()),
                        number(appeals.overturned()),
                        number(appeals.changed()),
                        length(appeals.medianSeconds())));
    }

    private FigureTable table(String name, int wordy, String... heads) {
        return new FigureTable(
                words.text("records.table." + name),
                words.text("records.table." + name + ".about"),
                wordy,
                List.of(heads).stream()
                        .map(head -> words.text("records.head." + head))
                        .toList());
    }

    /// The EU's name of a category, without what all of them begin with.
    private String category(@Nullable String category) {
        return category == null
                ? "–"
                : category.replace("STATEMENT_CATEGORY_", "").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private String number(long number) {
        return numbers.format(number);
    }

    private String length(@Nullable Long seconds) {
        return seconds == null ? "–" : words.duration(Duration.ofSeconds(seconds));
    }
}
