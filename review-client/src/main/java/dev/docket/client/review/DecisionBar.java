package dev.docket.client.review;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.control.TimeRing;
import dev.docket.client.common.finding.Choice;
import dev.docket.client.common.finding.FindingPane;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.review.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
    /// What the bar asks for beyond the finding itself; the view answers.
    interface Deeds extends FindingPane.Deeds {
        void skip();

        void escalate();

        void ask();

        void hold();

        void cannotDecide();

        /// Shows what the author would read, or hides it again.
        void notice();

        void decide();

        void undo();
    }

    private static final double RIGHT_WIDE = 340;
    private static final double RIGHT_NARROW = 220;
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final Deeds deeds;
    private final FindingPane finding;
    private final TextField note = new TextField();
    private final Label summary = new Label();
    private final KeyButton decide;
    private final KeyButton notice;
    private final TimeRing ring = new TimeRing();
    private final Label lease = new Label();
    private final Label hand = new Label();
    private final Label last = new Label();
    private final KeyButton undo;
    private final VBox left;
    private final VBox right;
    private boolean narrow;

    DecisionBar(ItemWords words, Shortcuts shortcuts, Deeds deeds) {
        this.words = words;
        this.shortcuts = shortcuts;
        this.deeds = deeds;
        getStyleClass().addAll("decision-bar", "hairline-top");
        decide = button("review.bar.decide", Shortcut.DECIDE, deeds::decide);
        decide.getStyleClass().add("primary");
        decide.setMaxWidth(Double.MAX_VALUE);
        notice = button("review.bar.notice", Shortcut.NOTICE, deeds::notice);
        notice.describe(words.text("review.bar.notice.said"));
        notice.getStyleClass().add("notice-button");
        undo = button("review.bar.undo", Shortcut.UNDO, deeds::undo);
        undo.getStyleClass().add("undo");
        finding = new FindingPane(words, shortcuts, deeds);
        left = new VBox(10, finding, noteRow());
        left.getStyleClass().add("bar-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        right = right();
        narrow(false);
        getChildren().addAll(left, right);
    }

    private Node noteRow() {
        note.setPromptText(words.text("review.bar.note"));
        note.setAccessibleText(words.text("review.bar.note"));
        HBox.setHgrow(note, Priority.ALWAYS);
        var key = new KeyCap(shortcuts.display(Shortcut.NOTE));
        var cannot = button("review.bar.cannot-decide", Shortcut.CANNOT_DECIDE, deeds::cannotDecide);
        var skip = button("review.bar.skip", Shortcut.SKIP, deeds::skip);
        var escalate = button("review.bar.escalate", Shortcut.ESCALATE, deeds::escalate);
        var ask = button("review.bar.ask", Shortcut.ASK, deeds::ask);
        var hold = button("review.bar.hold", Shortcut.HOLD, deeds::hold);
        List.of(cannot, skip, escalate, ask, hold).forEach(one -> {
            one.getStyleClass().add("quiet");
            one.setMinWidth(Region.USE_PREF_SIZE);
        });
        var row = new HBox(6, key, note, cannot, skip, escalate, ask, hold);
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
        HBox.setHgrow(decide, Priority.ALWAYS);
        decide.setMinWidth(Region.USE_PREF_SIZE);
        var deciding = new HBox(8, decide, notice);
        var column = new VBox(status, summary, deciding, undoLine);
        column.getStyleClass().addAll("bar-right", "hairline-left");
        return column;
    }

    private KeyButton button(String key, Shortcut shortcut, Runnable deed) {
        var button = new KeyButton(words.text(key), shortcuts.display(shortcut));
        button.setOnAction(event -> deed.run());
        return button;
    }

    FindingPane finding() {
        return finding;
    }

    TextField note() {
        return note;
    }

    /// Without an item there is nothing to decide, but the last decision can still be undone.
    void open(boolean hasItem) {
        left.setVisible(hasItem);
        decide.setVisible(hasItem);
        notice.setVisible(hasItem);
        summary.setVisible(hasItem);
    }

    /// Gives the choices more of a narrow window.
    void narrow(boolean folded) {
        narrow = folded;
        pseudoClassStateChanged(NARROW, narrow);
        finding.narrow(folded);
        notice.setText(folded ? "" : words.text("review.bar.notice"));
        notice.setMinWidth(Region.USE_PREF_SIZE);
        double width = narrow ? RIGHT_NARROW : RIGHT_WIDE;
        right.setMinWidth(width);
        right.setPrefWidth(width);
        right.setMaxWidth(width);
    }

    void showChoice(Choice choice) {
        finding.show(choice);
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
            case NONE, KEPT, HELD -> false;
        };
        ring.pseudoClassStateChanged(WARNING, warning);
        lease.pseudoClassStateChanged(WARNING, warning);
        lease.setText(open ? held(clock) : "");
        decide.setText(
                words.text(clock.state() == LeaseClock.State.LOST ? "review.bar.next-item" : "review.bar.decide"));
    }

    private String held(LeaseClock clock) {
        String key = "review.lease." + clock.state().name().toLowerCase(Locale.ROOT);
        return clock.state() == LeaseClock.State.KEPT && clock.until() != null
                ? words.text(key, words.time(clock.until()))
                : words.text(key, words.clock(clock.left()));
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
        String found = decision.choice().said(decision.outcome(), words);
        String said = decision.awaitsSecond() ? words.text("review.bar.awaits-second", found) : found;
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
