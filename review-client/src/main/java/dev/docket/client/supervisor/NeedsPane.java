package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.floor.FloorView.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What waits for a supervisor, the most urgent first, and the button that takes the next.
final class NeedsPane extends VBox {
    private static final int MOST = 40;
    private static final int COLUMNS = 60;

    private final ItemWords words;
    private final Label summary = new Label();
    private final KeyButton take;
    private final VBox list = new VBox();
    private final BiConsumer<Need, String> reassign;
    private final String reassignKey;
    private final Consumer<Need> open;
    private final String openKey;
    private List<Need> shown = List.of();

    NeedsPane(
            ItemWords words,
            Shortcuts shortcuts,
            Runnable takeNext,
            BiConsumer<Need, String> reassign,
            Consumer<Need> open) {
        this.words = words;
        this.reassign = reassign;
        this.open = open;
        reassignKey = shortcuts.display(Shortcut.REASSIGN);
        openKey = shortcuts.display(Shortcut.OPEN_WAVE);
        getStyleClass().add("needs-pane");
        var title = new Label(words.text("supervisor.needs.title"));
        title.getStyleClass().add("title");
        summary.getStyleClass().add("secondary");
        summary.setWrapText(true);
        take = new KeyButton(words.text("supervisor.needs.take"), shortcuts.display(Shortcut.DECIDE));
        take.setId("take-next");
        take.getStyleClass().add("primary");
        take.setOnAction(event -> takeNext.run());
        take.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(16, new VBox(4, title, summary), gap, take);
        head.setAlignment(Pos.CENTER_LEFT);
        list.getStyleClass().add("needs");
        getChildren().addAll(head, list);
    }

    void show(List<Need> needs, Instant now) {
        summary.setText(needs.isEmpty() ? words.text("supervisor.needs.none") : counts(needs));
        take.setDisable(needs.stream().allMatch(Need::kept));
        String had = focusedNeed();
        shown = needs.stream().limit(MOST).toList();
        list.getChildren().setAll(shown.stream().map(need -> row(need, now)).toList());
        focus(had);
        if (needs.size() > MOST) {
            var more = new Label(words.text("supervisor.needs.more", needs.size() - MOST));
            more.getStyleClass().add("faint");
            list.getChildren().add(more);
        }
        if (needs.isEmpty()) {
            list.getChildren().setAll(nothing());
        }
    }

    /// Sends the task that was gone to elsewhere, or else the most urgent.
    void reassign() {
        goneToOrFirst(need -> need.taskId() != null).ifPresent(need -> reassign.accept(need, said(need)));
    }

    /// Goes to the wave that was gone to, or else to the most urgent.
    void open() {
        goneToOrFirst(need -> need.waveId() != null).ifPresent(open);
    }

    private Optional<Need> goneToOrFirst(Predicate<Need> which) {
        String at = focusedNeed();
        return shown.stream()
                .filter(which)
                .filter(need -> idOf(need).equals(at))
                .findFirst()
                .or(() -> shown.stream().filter(which).findFirst());
    }

    private static String idOf(Need need) {
        return need.taskId() != null ? need.taskId() : Objects.requireNonNull(need.waveId());
    }

    /// Goes from need to need; whether it did.
    boolean step(Node from, int by) {
        int at = buttons().indexOf(from);
        if (at >= 0) {
            buttons().get(Math.clamp(at + by, 0, shown.size() - 1)).requestFocus();
        }
        return at >= 0;
    }

    private List<Node> buttons() {
        return list.lookupAll(".need-button").stream().toList();
    }

    private @Nullable String focusedNeed() {
        return buttons().stream()
                .filter(Node::isFocused)
                .map(button -> (String) button.getUserData())
                .findFirst()
                .orElse(null);
    }

    /// Rows are drawn anew with every reading; the one that had the focus has it again.
    private void focus(@Nullable String need) {
        if (need != null) {
            buttons().stream()
                    .filter(button -> need.equals(button.getUserData()))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private String said(Need need) {
        return kind(need.kind()) + "  ·  " + words.queue(need.queue());
    }

    void taking(boolean underWay) {
        take.setText(words.text(underWay ? "supervisor.needs.taking" : "supervisor.needs.take"));
    }

    private String counts(List<Need> needs) {
        return needs.stream()
                .collect(Collectors.groupingBy(Need::kind, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> count(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("  ·  "));
    }

    private String count(String kind, long many) {
        String key = "supervisor.needs.count." + kind.toLowerCase(java.util.Locale.ROOT);
        return words.knows("supervisor.needs.count", kind) ? words.text(key, many) : many + " " + kind(kind);
    }

    private String kind(String kind) {
        return words.named("supervisor.need", kind);
    }

    private Node row(Need need, Instant now) {
        var kind = new Label(kind(need.kind()));
        kind.getStyleClass().addAll("chip", "need-kind");
        var queue = new Label(words.queue(need.queue()));
        queue.getStyleClass().add("strong");
        var since =
                new Label(words.text("supervisor.needs.since", words.duration(Duration.between(need.since(), now))));
        since.getStyleClass().add("faint");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var left = Duration.between(now, need.dueAt());
        var due =
                new Label(words.text(left.isNegative() ? "item.header.late" : "item.header.due", words.duration(left)));
        due.getStyleClass().add(left.isNegative() ? "need-late" : "secondary");
        due.setMinWidth(USE_PREF_SIZE);
        var first = new HBox(10, kind, queue, since, gap, due, button(need));
        first.setAlignment(Pos.CENTER_LEFT);
        var row = new VBox(4, first);
        if (need.waveId() != null) {
            row.getChildren()
                    .add(AuthorText.paragraph(
                            words.text("supervisor.needs.items", need.items()), COLUMNS, "secondary"));
        }
        if (need.reason() != null) {
            row.getChildren()
                    .add(AuthorText.paragraph(words.reason(need.reasonSaid(), need.reason()), COLUMNS, "secondary"));
        }
        if (need.kept()) {
            row.getChildren().add(AuthorText.paragraph(words.text("supervisor.needs.kept"), COLUMNS, "faint"));
        }
        row.getStyleClass().add("need-row");
        return row;
    }

    private KeyButton button(Need need) {
        boolean wave = need.waveId() != null;
        String text = words.text(wave ? "supervisor.needs.open" : "supervisor.needs.reassign");
        var button = new KeyButton(text, wave ? openKey : reassignKey);
        button.getStyleClass().addAll("quiet", "need-button");
        button.setUserData(idOf(need));
        button.setAccessibleText(text + ", " + said(need));
        button.setOnAction(event -> {
            if (wave) {
                open.accept(need);
            } else {
                reassign.accept(need, said(need));
            }
        });
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Node nothing() {
        var said = new Label(words.text("supervisor.needs.empty"));
        said.getStyleClass().add("secondary");
        said.setWrapText(true);
        return said;
    }
}
