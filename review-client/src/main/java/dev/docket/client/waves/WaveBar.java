package dev.docket.client.waves;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.control.LoadBar;
import dev.docket.client.common.finding.FindingPane;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.waves.OpenWave.Said;
import dev.docket.dto.precedents.WaveState;
import dev.docket.dto.precedents.WaveTurn;
import dev.docket.dto.precedents.WaveView;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is done with the wave, under the hands: what is found of all its items, or what somebody else found, how far
/// the floor is with it, and the way back.
final class WaveBar extends HBox {
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final double RIGHT_WIDE = 320;
    private static final double RIGHT_NARROW = 220;

    private final OpenWave wave;
    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final FindingPane finding;
    private final VBox right;
    private final SidesPane sides;
    private final VBox found = new VBox(8);
    private final Label foundTitle = new Label();
    private final Label foundWhat = new Label();
    private final Label foundWhy = new Label();
    private final HBox reasonsRow;
    private final TextField reasons = new TextField();
    private final Label summary = new Label();
    private final VBox progress = new VBox(6);
    private final LoadBar progressBar = new LoadBar();
    private final Label progressSaid = new Label();
    private final KeyButton decide;
    private final KeyButton refuse;
    private final KeyButton undo;
    private final KeyButton reverse;

    WaveBar(OpenWave wave, ItemWords words, Shortcuts shortcuts) {
        this.wave = wave;
        this.words = words;
        this.shortcuts = shortcuts;
        getStyleClass().addAll("wave-bar", "hairline-top");
        finding = new FindingPane(words, shortcuts, deeds());
        sides = new SidesPane(words, shortcuts, wave::takeSide);
        foundTitle.getStyleClass().add("strong");
        foundWhat.setWrapText(true);
        foundWhy.getStyleClass().add("secondary");
        foundWhy.setWrapText(true);
        found.getChildren().setAll(foundTitle, foundWhat, foundWhy);
        reasonsRow = reasonsRow();
        var left = new VBox(10, found, sides, finding, reasonsRow);
        left.getStyleClass().add("bar-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        decide = button("waves.decide", Shortcut.DECIDE, wave::decide);
        decide.getStyleClass().add("primary");
        refuse = button("waves.send-back", Shortcut.REFUSE_WAVE, wave::refuse);
        undo = button("waves.undo", Shortcut.UNDO, wave::undo);
        reverse = button("waves.reverse", Shortcut.REVERSE_WAVE, wave::reverse);
        right = right();
        narrow(false);
        getChildren().setAll(left, right);
    }

    private HBox reasonsRow() {
        reasons.setPromptText(words.text("waves.reasons"));
        reasons.setAccessibleText(words.text("waves.reasons"));
        reasons.textProperty().bindBidirectional(wave.reasonsProperty());
        HBox.setHgrow(reasons, Priority.ALWAYS);
        var row = new HBox(6, new KeyCap(shortcuts.display(Shortcut.NOTE)), reasons);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private VBox right() {
        summary.getStyleClass().add("summary");
        summary.setWrapText(true);
        progressSaid.getStyleClass().add("secondary");
        progress.getChildren().setAll(progressSaid, progressBar);
        List.of(decide, refuse, undo, reverse).forEach(button -> button.setMaxWidth(Double.MAX_VALUE));
        var column = new VBox(10, summary, progress, decide, refuse, undo, reverse);
        column.getStyleClass().addAll("bar-right", "hairline-left");
        return column;
    }

    /// Gives the choices more of a narrow window.
    void narrow(boolean folded) {
        finding.narrow(folded);
        double width = folded ? RIGHT_NARROW : RIGHT_WIDE;
        right.setMinWidth(width);
        right.setPrefWidth(width);
        right.setMaxWidth(width);
    }

    private FindingPane.Deeds deeds() {
        return new FindingPane.Deeds() {
            @Override
            public void approve() {
                wave.approveItems();
            }

            @Override
            public void policy(PolicyBrief policy) {
                wave.press(policy);
            }

            @Override
            public void severity(int step) {
                wave.severity(step);
            }

            @Override
            public void action(ActionType action) {
                wave.press(action);
            }
        };
    }

    private KeyButton button(String key, Shortcut shortcut, Runnable deed) {
        var button = new KeyButton(words.text(key), shortcuts.display(shortcut));
        button.setOnAction(event -> deed.run());
        return button;
    }

    FindingPane finding() {
        return finding;
    }

    TextField reasons() {
        return reasons;
    }

    void policies(List<PolicyBrief> ordered) {
        finding.policies(ordered);
        finding.show(wave.choiceProperty().get());
    }

    /// Draws itself anew from the wave.
    void show(Instant now) {
        var view = wave.viewProperty().get();
        show(this, view != null);
        if (view == null) {
            return;
        }
        boolean underWay = wave.progressProperty().get() != null;
        show(finding, wave.canFind());
        show(sides, view.sides() != null);
        show(found, !wave.canFind());
        show(reasonsRow, wave.canFind() || wave.canReverse(now));
        show(decide, wave.canFind());
        show(refuse, wave.canRefuse());
        refuse.setText(words.text(wave.turn() == WaveTurn.WITHDRAW ? "waves.withdraw" : "waves.send-back"));
        show(undo, wave.canUndo(now));
        show(reverse, wave.canReverse(now));
        List.of(decide, refuse, undo, reverse)
                .forEach(button -> button.setDisable(wave.busyProperty().get()));
        show(progress, underWay);
        show(summary, !underWay);
        if (underWay) {
            showProgress();
        }
        sides.show(view.sides(), wave.sideProperty().get());
        if (wave.canFind()) {
            showChoice();
        } else {
            showFound(view, now);
        }
    }

    private void showProgress() {
        var at = Objects.requireNonNull(wave.progressProperty().get());
        progressSaid.setText(words.text("waves.progress", at.decided(), at.size()));
        progressBar.show(at.decided(), 0, 0, at.size());
    }

    private void showChoice() {
        finding.show(wave.choiceProperty().get());
        var missing = wave.missing();
        boolean ready = missing == null;
        decide.setText(ready ? words.text(deciding(), wave.size()) : words.text("waves.decide"));
        decide.pseudoClassStateChanged(READY, ready);
        summary.pseudoClassStateChanged(READY, ready);
        summary.pseudoClassStateChanged(WARNING, missing == Said.TOO_MANY || missing == Said.NOTHING_LEFT);
        summary.setText(ready ? whatWouldBe() : whatIsMissing(Objects.requireNonNull(missing)));
    }

    private String deciding() {
        return switch (wave.turn()) {
            case LOOK -> "waves.decide.look";
            case SETTLE -> "waves.decide.settle";
            default -> wave.needsSecond() ? "waves.decide.ask" : "waves.decide.count";
        };
    }

    private String whatWouldBe() {
        var taken = wave.sideProperty().get();
        String what = taken == null ? chosen() : sides.said(taken);
        int out = wave.leftOutProperty().get().size();
        String but = out == 0 ? "" : " " + words.text("waves.summary.out", out);
        String second = wave.needsSecond() ? " " + words.text("waves.summary.second") : "";
        return words.text("waves.summary", wave.size(), what) + but + second;
    }

    private String chosen() {
        return wave.outcome() == Outcome.VIOLATION
                ? wave.choiceProperty().get().said(Outcome.VIOLATION, words)
                : words.outcome(Outcome.APPROVE);
    }

    private String whatIsMissing(Said missing) {
        var view = Objects.requireNonNull(wave.viewProperty().get());
        return switch (missing) {
            case TOO_MANY ->
                words.text(
                        "waves.summary.too-many",
                        view.limits().atOnce(),
                        wave.size() - view.limits().atOnce());
            case NOTHING_LEFT -> words.text("waves.summary.nothing-left");
            default ->
                words.text(
                        switch (wave.turn()) {
                            case LOOK -> "waves.summary.look";
                            case SETTLE -> "waves.summary.settle";
                            default -> "waves.summary.nothing-chosen";
                        });
        };
    }

    private void showFound(WaveView view, Instant now) {
        var what = view.finding();
        var state = view.wave().state();
        boolean waits = state == WaveState.AWAITING_APPROVAL || state == WaveState.DISPUTED;
        String by = what == null ? "" : what.by().displayName();
        String key = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        foundTitle.setText(
                waits && what != null ? words.text("waves.found.yours") : words.text("waves.found." + key, by));
        foundWhat.setText(what == null ? "" : sides.said(what.outcome(), what.violations(), what.actions()));
        foundWhy.setText(what == null || what.reasons() == null ? "" : what.reasons());
        show(foundWhy, !foundWhy.getText().isEmpty());
        if (wave.canUndo(now)) {
            long left = Duration.between(now, view.undoUntil()).toSeconds() + 1;
            undo.setText(words.text("waves.undo.left", left));
        }
        summary.pseudoClassStateChanged(WARNING, false);
        summary.pseudoClassStateChanged(READY, true);
        summary.setText(standing(view, now));
    }

    private String standing(WaveView view, Instant now) {
        return switch (view.wave().state()) {
            case AWAITING_APPROVAL -> words.text("waves.standing.ask-somebody");
            case DISPUTED -> words.text("waves.standing.disputed");
            case DECIDED ->
                words.text(
                        wave.canUndo(now) ? "waves.standing.decided" : "waves.standing.in-effect",
                        view.wave().decided(),
                        view.wave().size() - view.wave().decided());
            case REVERSED -> words.text("waves.standing.reversed");
            case UNDONE, REFUSED -> words.text("waves.standing.waits-again");
            case WAITING, DECIDING -> "";
        };
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
