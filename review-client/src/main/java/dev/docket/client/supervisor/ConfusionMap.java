package dev.docket.client.supervisor;

import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.quality.AgreementReport.Confusion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Which policy one person found where another found another, or nothing. A row for what the one found, a column for
/// the other; the darker, the more often. The diagonal is where both found the same and is not tinted.
final class ConfusionMap extends GridPane {
    private static final int MOST = 7;
    private static final double CELL = 80;
    private static final double HEAD = 120;
    private static final String NOTHING = "";

    private final ItemWords words;

    ConfusionMap(ItemWords words, List<Confusion> confusion) {
        this.words = words;
        getStyleClass().add("confusion-map");
        setHgap(2);
        setVgap(2);
        var policies = found(confusion);
        var columns = new ArrayList<>(policies);
        columns.add(NOTHING);
        int most = confusion.stream()
                .filter(one -> !one.policy().equals(one.against()))
                .mapToInt(Confusion::pairs)
                .max()
                .orElse(1);
        for (int column = 0; column < columns.size(); column++) {
            add(head(columns.get(column), CELL), column + 1, 0);
        }
        for (int row = 0; row < policies.size(); row++) {
            add(head(policies.get(row), HEAD), 0, row + 1);
            for (int column = 0; column < columns.size(); column++) {
                add(cell(confusion, policies.get(row), columns.get(column), most), column + 1, row + 1);
            }
        }
    }

    /// The policies most often part of a confusion, in that order.
    private static List<String> found(List<Confusion> confusion) {
        var policies = new LinkedHashSet<String>();
        for (Confusion one : confusion) {
            policies.add(one.policy());
            if (one.against() != null) {
                policies.add(one.against());
            }
        }
        return policies.stream().limit(MOST).toList();
    }

    private Label head(String policy, double width) {
        var head = new Label(name(policy));
        head.getStyleClass().add("faint");
        head.setMinWidth(width);
        head.setPrefWidth(width);
        head.setMaxWidth(width);
        head.setTooltip(new Tooltip(name(policy)));
        GridPane.setHalignment(head, HPos.LEFT);
        return head;
    }

    private String name(String policy) {
        return policy.equals(NOTHING) ? words.text("supervisor.agreement.none") : words.queue(policy);
    }

    private Node cell(List<Confusion> confusion, String row, String column, int most) {
        @Nullable String against = column.equals(NOTHING) ? null : column;
        int pairs = confusion.stream()
                .filter(one -> one.policy().equals(row) && Objects.equals(one.against(), against))
                .mapToInt(Confusion::pairs)
                .sum();
        var heat = new Region();
        heat.getStyleClass().add("heat");
        heat.setOpacity(row.equals(column) ? 0 : (double) pairs / most);
        var count = new Label(pairs == 0 ? "·" : words.count(pairs));
        count.getStyleClass().add(pairs == 0 ? "faint" : "figure-value");
        var cell = new StackPane(heat, count);
        cell.getStyleClass().add("confusion-cell");
        cell.setMinSize(CELL, 28);
        cell.setAccessibleText(words.text("supervisor.agreement.cell", name(row), name(column), pairs));
        Tooltip.install(cell, new Tooltip(cell.getAccessibleText()));
        return cell;
    }
}
