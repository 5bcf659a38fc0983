package dev.docket.client.policies;

import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.policy.PolicyDiff;
import dev.docket.dto.policy.PolicyVersion;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A policy's versions, and what one of them changed: its terms as before and after, its text by lines.
final class HistoryPane extends VBox {
    private final PoliciesViewModel model;
    private final ItemWords words;
    private final FieldWords fields;

    HistoryPane(PoliciesViewModel model, ItemWords words) {
        super(2);
        this.model = model;
        this.words = words;
        fields = new FieldWords(words);
        model.diffProperty().subscribe(diff -> show());
        model.versions().subscribe(this::show);
    }

    private void show() {
        getChildren().clear();
        var diff = model.diffProperty().get();
        for (var one : model.versions()) {
            getChildren().add(row(one));
            if (diff != null && diff.to() == one.version()) {
                getChildren().add(changes(diff));
            }
        }
    }

    private Node row(PolicyVersion one) {
        var by = one.publishedBy();
        var look = new Button(words.text("policies.history.version", one.version()));
        look.setId("version-" + one.version());
        look.getStyleClass().add("quiet");
        look.setDisable(one.version() == 1);
        look.setOnAction(event -> model.compare(one));
        var what = Parts.wrapped(
                words.dateTime(one.publishedAt())
                        + (by == null ? "" : "  ·  " + by.displayName())
                        + (one.changed().isEmpty()
                                ? ""
                                : "  ·  "
                                        + one.changed().stream()
                                                .map(fields::name)
                                                .distinct()
                                                .collect(Collectors.joining(", "))),
                "secondary");
        HBox.setHgrow(what, Priority.ALWAYS);
        var row = new HBox(8, look, what);
        row.getStyleClass().add("version-row");
        return row;
    }

    private Node changes(PolicyDiff diff) {
        var changes = new VBox(2);
        changes.getStyleClass().add("changes");
        for (var field : diff.fields()) {
            changes.getChildren().add(Parts.wrapped(fields.name(field.field()), "secondary"));
            if (!field.before().isEmpty()) {
                changes.getChildren().add(line("−  ", fields.value(field.field(), field.before()), "diff-removed"));
            }
            if (!field.after().isEmpty()) {
                changes.getChildren().add(line("+  ", fields.value(field.field(), field.after()), "diff-added"));
            }
        }
        if (!diff.fields().isEmpty() && !diff.text().isEmpty()) {
            changes.getChildren().add(Skeleton.gap(8));
        }
        diff.text()
                .forEach(one -> changes.getChildren()
                        .add(line(
                                switch (one.kind()) {
                                    case SAME -> "    ";
                                    case ADDED -> "+  ";
                                    case REMOVED -> "−  ";
                                },
                                one.line(),
                                "diff-" + one.kind().name().toLowerCase(Locale.ROOT))));
        return changes;
    }

    private static Node line(String sign, String text, String style) {
        var line = Parts.wrapped(sign + text, style);
        line.getStyleClass().add("diff-line");
        return line;
    }
}
