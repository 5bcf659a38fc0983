package dev.docket.client.common.item;

import dev.docket.dto.queue.QueueKey;
import dev.docket.dto.review.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the item is suspected of, by when it must be decided, and how far it has reached.
public final class ItemHeader extends VBox {
    private static final PseudoClass SOON = PseudoClass.getPseudoClass("soon");
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
    private static final Duration SOON_BELOW = Duration.ofMinutes(15);

    private static final int NAMED = 2;
    private static final double OTHERS_LEAST = 120;

    private final ItemWords words;
    private final Label title = new Label();
    private final Label due = new Label();
    private final FontIcon clock = new FontIcon("mdi2c-clock-outline");
    private final Label facts = new Label();
    private final Label reports = new Label();
    private final Label others = new Label();

    public ItemHeader(ItemWords words) {
        this.words = words;
        getStyleClass().addAll("item-header", "hairline-bottom");
        title.getStyleClass().add("title");
        due.getStyleClass().add("due");
        due.setGraphic(clock);
        due.setMinWidth(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("secondary");
        reports.getStyleClass().addAll("reports", "secondary");
        reports.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var first = new HBox(16, title, gap, due);
        first.setAlignment(Pos.BASELINE_LEFT);
        others.getStyleClass().addAll("others", "faint");
        others.setId("others");
        others.setGraphic(new FontIcon("mdi2e-eye-outline"));
        others.setMinWidth(OTHERS_LEAST);
        showOthers(List.of());
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var second = new HBox(reports, facts, room, others);
        second.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(first, second);
    }

    public void show(Task task, Instant now) {
        title.setText(titleOf(task));
        showDue(task.dueAt(), now);
        long count = reportsOf(task);
        reports.setText(count == 0 ? "" : words.text("item.header.reports", count) + "  ·  ");
        facts.setText(String.join("  ·  ", facts(task, now)));
    }

    /// Only the time moves on.
    public void showDue(Instant dueAt, Instant now) {
        var left = Duration.between(now, dueAt);
        boolean late = left.isNegative();
        boolean soon = !late && left.compareTo(SOON_BELOW) < 0;
        due.pseudoClassStateChanged(LATE, late);
        due.pseudoClassStateChanged(SOON, soon);
        String key = late ? "item.header.late" : soon ? "item.header.due-soon" : "item.header.due";
        due.setText(words.text(key, words.duration(left)));
        due.setTooltip(new Tooltip(words.dateTime(dueAt)));
    }

    /// Names those who have the item before them, too.
    public void showOthers(List<String> names) {
        others.setVisible(!names.isEmpty());
        others.setManaged(!names.isEmpty());
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        String said = names.size() > NAMED
                ? words.text("item.header.others-more", first, names.size() - NAMED)
                : words.text("item.header.others", first);
        others.setText(said);
        others.setTooltip(new Tooltip(words.text("item.header.others", String.join(", ", names))));
    }

    private String titleOf(Task task) {
        String own = QueueKey.policyOf(task.queue());
        return task.policies().stream()
                .filter(policy -> policy.key().equals(own))
                .findFirst()
                .map(policy -> words.ofSource(policy.title(), task.queue()))
                .orElseGet(() -> words.queue(task.queue()));
    }

    private static long reportsOf(Task task) {
        Long counted = task.item().metrics().reports();
        return Math.max(counted == null ? 0 : counted, task.evidence().reports().size());
    }

    private List<String> facts(Task task, Instant now) {
        var facts = new ArrayList<String>();
        var item = task.item();
        Long views = item.metrics().views();
        if (views != null && views > 0) {
            facts.add(words.text("item.header.views", words.count(views), views));
        }
        Long shares = item.metrics().shares();
        if (shares != null && shares > 0) {
            facts.add(words.text("item.header.shares", words.count(shares), shares));
        }
        if (item.language() != null) {
            facts.add(words.language(item.language()));
        }
        facts.add(words.text("item.header.submitted", words.ago(item.submittedAt(), now)));
        facts.add(words.kind(task.kind()));
        return facts;
    }
}
