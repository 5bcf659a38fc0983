package dev.docket.client.review;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.control.SeverityDots;
import dev.docket.client.common.control.TimeRing;
import dev.docket.client.common.finding.Choice;
import dev.docket.client.common.finding.PolicyGrid;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The decision under the hands: always in the same place, every button with its key.
final class DecisionBar extends HBox {
    /// What the bar asks for; the view answers.
    interface Deeds {
        void approve();

        void policy(PolicyBrief policy);

        void more();

        void severity(int severity);

        void action(ActionType action);

        void skip();

        void escalate();

        void cannotDecide();

        void decide();

        void undo();
    }

    private static final double RIGHT_WIDE = 340;
    private static final double RIGHT_NARROW = 220;
    static final SequencedMap<ActionType, Shortcut> ACTIONS = actions();
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final Deeds deeds;
    private final PolicyGrid policies;
    private final KeyButton approve;
    private final Label severityOf = new Label();
    private final SeverityDots dots = new SeverityDots(5);
    private final Label severityWord = new Label();
    private final Button less = new Button();
    private final Button more = new Button();
    private final Map<ActionType, KeyButton> actions = new EnumMap<>(ActionType.class);
    private final HBox severityPart = new HBox(8);
    private final TextField note = new TextField();
    private final Label summary = new Label();
    private final KeyButton decide;
    private final TimeRing ring = new TimeRing();
    private final Label lease = new Label();
    private final Label hand = new Label();
    private final Label last = new Label();
    private final KeyButton undo;
    private final VBox left;
    private final VBox right;
    private boolean narrow;

    private static SequencedMap<ActionType, Shortcut> actions() {
        var actions = new LinkedHashMap<ActionType, Shortcut>();
        actions.put(ActionType.WARN, Shortcut.WARN);
        actions.put(ActionType.REMOVE, Shortcut.REMOVE);
        actions.put(ActionType.RESTRICT, Shortcut.RESTRICT);
        actions.put(ActionType.SUSPEND, Shortcut.SUSPEND);
        actions.put(ActionType.BAN, Shortcut.BAN);
        return actions;
    }

    DecisionBar(ItemWords words, Shortcuts shortcuts, Deeds deeds) {
        this.words = words;
        this.shortcuts = shortcuts;
        this.deeds = deeds;
        getStyleClass().addAll("decision-bar", "hairline-top");
        approve = button("review.bar.approve", Shortcut.APPROVE, deeds::approve);
        approve.getStyleClass().add("approve");
        decide = button("review.bar.decide", Shortcut.DECIDE, deeds::decide);
        decide.getStyleClass().add("primary");
        decide.setMaxWidth(Double.MAX_VALUE);
        undo = button("review.bar.undo", Shortcut.UNDO, deeds::undo);
        undo.getStyleClass().add("undo");
        policies = new PolicyGrid(words, shortcuts, approve, deeds::policy, deeds::more);
        buildSeverity();
        left = new VBox(10, policies, choiceRow(), noteRow());
        left.getStyleClass().add("bar-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        right = right();
        narrow(false);
        getChildren().addAll(left, right);
    }

    private void buildSeverity() {
        severityOf.getStyleClass().add("secondary");
        severityOf.setMaxWidth(150);
        severityWord.getStyleClass().add("severity-word");
        less.setGraphic(new KeyCap(shortcuts.display(Shortcut.LESS_SEVERE)));
        less.setAccessibleText(words.text("review.bar.less-severe"));
        less.setTooltip(
                new Tooltip(words.text("review.bar.less-severe") + "  " + shortcuts.display(Shortcut.LESS_SEVERE)));
        less.setOnAction(event -> deeds.severity(-1));
        more.setGraphic(new KeyCap(shortcuts.display(Shortcut.MORE_SEVERE)));
        more.setAccessibleText(words.text("review.bar.more-severe"));
        more.setTooltip(
                new Tooltip(words.text("review.bar.more-severe") + "  " + shortcuts.display(Shortcut.MORE_SEVERE)));
        more.setOnAction(event -> deeds.severity(1));
        less.getStyleClass().setAll("bare-key");
        more.getStyleClass().setAll("bare-key");
        severityPart.setAlignment(Pos.CENTER_LEFT);
        severityPart.getStyleClass().add("severity-part");
        severityPart.getChildren().addAll(severityOf, dots, severityWord, less, more);
    }

    private Node choiceRow() {
        var row = new HBox(6);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("choice-row");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.getChildren().addAll(severityPart, gap);
        ACTIONS.forEach((action, shortcut) -> {
            var button = new KeyButton(words.action(action), shortcuts.display(shortcut));
            button.getStyleClass().add("action-button");
            button.setOnAction(event -> deeds.action(action));
            button.setMinWidth(Region.USE_PREF_SIZE);
            actions.put(action, button);
            row.getChildren().add(button);
        });
        return row;
    }

    private Node noteRow() {
        note.setPromptText(words.text("review.bar.note"));
        note.setAccessibleText(words.text("review.bar.note"));
        HBox.setHgrow(note, Priority.ALWAYS);
        var key = new KeyCap(shortcuts.display(Shortcut.NOTE));
        var cannot = button("review.bar.cannot-decide", Shortcut.CANNOT_DECIDE, deeds::cannotDecide);
        var skip = button("review.bar.skip", Shortcut.SKIP, deeds::skip);
        var escalate = button("review.bar.escalate", Shortcut.ESCALATE, deeds::escalate);
        List.of(cannot, skip, escalate).forEach(one -> {
            one.getStyleClass().add("quiet");
            one.setMinWidth(Region.USE_PREF_SIZE);
        });
        var row = new HBox(6, key, note, cannot, skip, escalate);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("note-row");
        return row;
    }

    private VBox right() {
        lease.getStyleClass().add("lease");
        hand.getStyleClass().add("hand");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var status = new HBox(8, ring, lease, gap, hand);
        status.setAlignment(Pos.CENTER_LEFT);
        status.getStyleClass().add("status");
        summary.getStyleClass().add("summary");
        summary.setWrapText(true);
        last.getStyleClass().add("last-decision");
        HBox.setHgrow(last, Priority.ALWAYS);
        last.setMaxWidth(Double.MAX_VALUE);
        undo.setMinWidth(Region.USE_PREF_SIZE);
        var undoLine = new HBox(8, last, undo);
        undoLine.setAlignment(Pos.CENTER_LEFT);
        undoLine.getStyleClass().add("undo-line");
        var column = new VBox(status, summary, decide, undoLine);
        column.getStyleClass().addAll("bar-right", "hairline-left");
        return column;
    }

    private KeyButton button(String key, Shortcut shortcut, Runnable deed) {
        var button = new KeyButton(words.text(key), shortcuts.display(shortcut));
        button.setOnAction(event -> deed.run());
        return button;
    }

    TextField note() {
        return note;
    }

    /// Without an item there is nothing to decide, but the last decision can still be undone.
    void open(boolean hasItem) {
        left.setVisible(hasItem);
        decide.setVisible(hasItem);
        summary.setVisible(hasItem);
    }

    /// Gives the choices more of a narrow window.
    void narrow(boolean folded) {
        narrow = folded;
        policies.narrow(folded);
        pseudoClassStateChanged(NARROW, narrow);
        severityOf.setVisible(!narrow);
        severityOf.setManaged(!narrow);
        double width = narrow ? RIGHT_NARROW : RIGHT_WIDE;
        right.setMinWidth(width);
        right.setPrefWidth(width);
        right.setMaxWidth(width);
    }

    /// The policies that the digits stand for now, and what was chosen of them.
    void showPolicies(List<PolicyBrief> shown, boolean hasMore, Choice choice) {
        policies.show(shown, hasMore, choice);
    }

    void showChoice(Choice choice) {
        var current = choice.currentViolation();
        severityPart.setDisable(current.isEmpty());
        severityOf.setText(current.map(one -> one.policy().title()).orElseGet(() -> words.text("review.bar.severity")));
        dots.show(current.map(Choice.Chosen::severity).orElse(0));
        severityWord.setText(current.map(one -> words.severity(one.severity())).orElse(""));
        var allowed = choice.allowed();
        var taken = choice.actions();
        actions.forEach((action, button) -> {
            button.setDisable(!allowed.contains(action));
            button.show(taken.contains(action), false);
            button.setText(taken.contains(action) ? choice.said(action, words) : words.action(action));
        });
        summary.setText(
                choice.violations().isEmpty()
                        ? words.text("review.bar.nothing-chosen")
                        : choice.said(Outcome.VIOLATION, words));
        summary.pseudoClassStateChanged(READY, !choice.violations().isEmpty());
        decide.pseudoClassStateChanged(READY, !choice.violations().isEmpty());
    }

    void showLease(LeaseClock clock, boolean open) {
        ring.show(clock.share());
        ring.setVisible(open);
        boolean warning = switch (clock.state()) {
            case SHORT, LAPSED, LOST -> true;
            case NONE, HELD -> false;
        };
        ring.pseudoClassStateChanged(WARNING, warning);
        lease.pseudoClassStateChanged(WARNING, warning);
        lease.setText(
                open
                        ? words.text(
                                "review.lease." + clock.state().name().toLowerCase(Locale.ROOT),
                                words.clock(clock.left()))
                        : "");
        decide.setText(
                words.text(clock.state() == LeaseClock.State.LOST ? "review.bar.next-item" : "review.bar.decide"));
    }

    /// What is in hand, and what waits on the disk while the floor is away.
    void showHand(int inHand, boolean offline, int pending) {
        hand.pseudoClassStateChanged(OFFLINE, offline);
        hand.setGraphic(offline ? new FontIcon("mdi2c-cloud-off-outline") : null);
        if (offline) {
            hand.setText(words.text("review.hand.offline", pending));
        } else {
            hand.setText(inHand > 1 && !narrow ? words.text("review.hand.ahead", inHand - 1) : "");
        }
    }

    void showLast(@Nullable LastDecision decision, Instant now) {
        boolean can = decision != null && decision.canUndo(now);
        undo.setVisible(can);
        if (decision == null) {
            last.setText("");
            last.setTooltip(null);
            return;
        }
        String said = decision.choice().said(decision.outcome(), words);
        long left = decision.undoLeft(now).toSeconds() + 1;
        last.setText(said);
        last.setTooltip(new Tooltip(said));
        if (can && decision.receipt() != null) {
            undo.setText(words.text("review.bar.undo-left", left));
        } else {
            undo.setText(words.text("review.bar.undo"));
        }
    }
}
