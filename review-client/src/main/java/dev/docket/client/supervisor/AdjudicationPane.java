package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.finding.Choice;
import dev.docket.client.common.finding.FindingPane;
import dev.docket.client.common.item.ContentPane;
import dev.docket.client.common.item.Emphasis;
import dev.docket.client.common.item.ItemHeader;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.media.MediaPane;
import dev.docket.client.common.media.Stretch;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Task;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A disputed item, the two decisions on it, and what the supervisor makes of them.
final class AdjudicationPane extends VBox {
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");

    private final Adjudication model;
    private final ItemWords words;
    private final Supplier<Instant> now;
    private final ItemHeader header;
    private final ContentPane content;
    private final SideColumns columns;
    private final FindingPane finding;
    private final TextField note = new TextField();
    private final KeyButton golden;
    private final KeyButton anew;
    private final KeyButton decide;
    private final Label summary = new Label();
    private final Label blind = new Label();
    private final ScrollPane scroll = new ScrollPane();

    AdjudicationPane(Adjudication model, ItemWords words, Shortcuts shortcuts, Supplier<Instant> now) {
        this.model = model;
        this.words = words;
        this.now = now;
        getStyleClass().add("adjudication");
        header = new ItemHeader(words);
        content = new ContentPane(words, shortcuts, Shortcut.MARK, model.cover(), model.gallery());
        columns = new SideColumns(words, shortcuts, model::choose);
        finding = new FindingPane(words, shortcuts, new Deeds());
        finding.narrow(true);
        golden = button("supervisor.decide.golden", shortcuts.display(Shortcut.GOLDEN), model::toggleGolden);
        anew = button("supervisor.decide.anew", shortcuts.display(Shortcut.DECIDE_ANEW), model::decideAnew);
        decide = button("supervisor.decide.decide", shortcuts.display(Shortcut.DECIDE), model::decide);
        decide.getStyleClass().add("primary");
        blind.setText(words.text("supervisor.side.blind"));
        blind.getStyleClass().add("faint");
        blind.setWrapText(true);
        var page = new VBox(content, columns, blind);
        page.getStyleClass().add("adjudication-page");
        scroll.setContent(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(header, scroll, bar(shortcuts));
        bind();
    }

    MediaPane media() {
        return content.media();
    }

    private KeyButton button(String key, String cap, Runnable deed) {
        var button = new KeyButton(words.text(key), cap);
        button.setOnAction(event -> deed.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Node bar(Shortcuts shortcuts) {
        note.setPromptText(words.text("supervisor.decide.note"));
        note.setAccessibleText(words.text("supervisor.decide.note"));
        HBox.setHgrow(note, Priority.ALWAYS);
        var noteRow = new HBox(8, new KeyCap(shortcuts.display(Shortcut.NOTE)), note, golden, anew);
        noteRow.setAlignment(Pos.CENTER_LEFT);
        summary.getStyleClass().add("adjudication-summary");
        summary.setWrapText(true);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        var last = new HBox(16, summary, decide);
        last.setAlignment(Pos.CENTER_LEFT);
        var bar = new VBox(10, finding, noteRow, last);
        bar.getStyleClass().addAll("adjudication-bar", "hairline-top");
        return bar;
    }

    private void bind() {
        content.media().onMark(model::mark, model::mark);
        note.textProperty().bindBidirectional(model.noteProperty());
        model.taskProperty().subscribe(this::showTask);
        model.sideProperty().subscribe(side -> showSide());
        model.choiceProperty().subscribe(choice -> showSide());
        model.approvingProperty().subscribe(approving -> showSide());
        model.stateProperty().subscribe(state -> showSide());
        model.goldenProperty().subscribe(chosen -> golden.show(chosen, false));
        model.cover().coveredProperty().subscribe(covered -> showCover());
    }

    private void showTask(@Nullable Task task) {
        if (task == null) {
            return;
        }
        header.show(task, now.get());
        content.show(task, now.get());
        content.text().emphasise(Emphasis.NONE);
        var sides = model.sides();
        String text = task.item().text() == null ? "" : task.item().text();
        columns.show(sides, text, task.item().media());
        boolean two = sides.size() == 2;
        List.of(columns, blind, anew).forEach(node -> {
            node.setVisible(two);
            node.setManaged(two);
        });
        if (two) {
            content.text()
                    .compare(
                            SideColumns.spans(sides.getFirst(), text.length()),
                            SideColumns.spans(sides.getLast(), text.length()));
        }
        content.media()
                .compareMarks(two ? marked(sides.getFirst()) : List.of(), two ? marked(sides.getLast()) : List.of());
        var media = task.item().media();
        content.media()
                .compareSeconds(
                        two ? Stretch.of(sides.getFirst().violations(), media) : List.of(),
                        two ? Stretch.of(sides.getLast().violations(), media) : List.of());
        finding.policies(model.policies());
        showCover();
        showSide();
        scroll.setVvalue(0);
    }

    private static List<dev.docket.client.common.media.Region> marked(EffectiveDecision side) {
        return dev.docket.client.common.media.Region.of(side.violations());
    }

    /// The times beside the item move on.
    void showTime() {
        var task = model.taskProperty().get();
        if (task != null) {
            header.showDue(task.dueAt(), now.get());
        }
    }

    private void showCover() {
        var task = model.taskProperty().get();
        if (task != null) {
            content.cover(model.cover().coveredProperty().get(), task);
        }
    }

    private void showSide() {
        var side = model.sideProperty().get();
        columns.chosen(side);
        boolean own = side == Side.OWN;
        finding.setVisible(own);
        finding.setManaged(own);
        anew.show(own, false);
        var choice = model.choiceProperty().get();
        finding.show(choice);
        var marked = own ? choice.violations() : List.<Choice.Chosen>of();
        content.text().mark(marked.stream().flatMap(one -> one.spans().stream()).toList());
        content.media()
                .showMarks(
                        marked.stream().flatMap(one -> one.regions().stream()).toList());
        content.media()
                .showSeconds(
                        marked.stream().flatMap(one -> one.seconds().stream()).toList());
        content.media().markable(model.mayMark());
        summary.setText(said(side));
        summary.pseudoClassStateChanged(READY, model.isReady());
        decide.setDisable(model.stateProperty().get() != Adjudication.State.OPEN);
        decide.pseudoClassStateChanged(READY, model.isReady());
    }

    private String said(Side side) {
        if (model.stateProperty().get() == Adjudication.State.SENDING) {
            return words.text("supervisor.decide.sending");
        }
        return switch (side) {
            case UNDECIDED -> words.text("supervisor.decide.choose");
            case LEFT -> words.text("supervisor.decide.left");
            case RIGHT -> words.text("supervisor.decide.right");
            case OWN -> own();
        };
    }

    private String own() {
        if (model.approvingProperty().get()) {
            return words.outcome(Outcome.APPROVE);
        }
        var choice = model.choiceProperty().get();
        return choice.violations().isEmpty()
                ? words.text("supervisor.decide.own")
                : choice.said(Outcome.VIOLATION, words);
    }

    FindingPane finding() {
        return finding;
    }

    TextField note() {
        return note;
    }

    ContentPane content() {
        return content;
    }

    private final class Deeds implements FindingPane.Deeds {
        @Override
        public void approve() {
            model.approve();
        }

        @Override
        public void policy(PolicyBrief policy) {
            model.press(policy, content.text().selectionProperty().get());
            content.text().clearSelection();
        }

        @Override
        public void severity(int step) {
            model.severity(step);
        }

        @Override
        public void action(ActionType action) {
            model.press(action);
        }
    }
}
