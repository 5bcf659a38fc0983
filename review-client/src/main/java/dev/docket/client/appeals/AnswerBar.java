package dev.docket.client.appeals;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.finding.FindingPane;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.appeals.AppealDossier.Sentence;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The answer under the hands: uphold, overturn or change, what is found instead, the reasons
/// with prepared sentences, and beside it the notice as it will be read.
final class AnswerBar extends HBox {
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
    private static final double NOTICE_WIDTH = 420;
    private static final int LONGEST_CHIP = 46;

    private final OpenAppeal model;
    private final ItemWords words;
    private final Map<Outcome, KeyButton> answers = new LinkedHashMap<>();
    private final FindingPane finding;
    private final TextArea reasons = new TextArea();
    private final FlowPane chips = new FlowPane(6, 6);
    private final Label missing = new Label();
    private final KeyButton decide;
    private final NoticePane notice;
    private final VBox veil = new VBox(10);
    private final VBox answer = new VBox(10);

    AnswerBar(OpenAppeal model, ItemWords words, Shortcuts shortcuts) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("answer-bar", "hairline-top");
        answers.put(Outcome.UPHOLD, answerButton(Outcome.UPHOLD, shortcuts.display(Shortcut.UPHOLD)));
        answers.put(Outcome.OVERTURN, answerButton(Outcome.OVERTURN, shortcuts.display(Shortcut.OVERTURN)));
        answers.put(Outcome.CHANGE, answerButton(Outcome.CHANGE, shortcuts.display(Shortcut.CHANGE)));
        finding = new FindingPane(words, shortcuts, new Deeds());
        finding.narrow(true);
        finding.keyless(ActionType.SUSPEND);
        reasons.setPromptText(words.text("appeals.reasons.prompt"));
        reasons.setAccessibleText(words.text("appeals.reasons.prompt"));
        reasons.setWrapText(true);
        reasons.setPrefRowCount(3);
        reasons.textProperty().bindBidirectional(model.reasonsProperty());
        HBox.setHgrow(reasons, Priority.ALWAYS);
        decide = new KeyButton(words.text("appeals.decide"), shortcuts.display(Shortcut.DECIDE));
        decide.getStyleClass().add("primary");
        decide.setOnAction(event -> model.decide());
        decide.setMinWidth(Region.USE_PREF_SIZE);
        notice = new NoticePane(words);
        layOut(shortcuts);
        bind();
    }

    private void layOut(Shortcuts shortcuts) {
        var row = new HBox(8);
        row.getChildren().setAll(answers.values());
        var reasonRow = new HBox(8, new KeyCap(shortcuts.display(Shortcut.NOTE)), reasons);
        missing.getStyleClass().add("faint");
        missing.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(missing, Priority.ALWAYS);
        var down = new KeyButton(words.text("appeals.put-down"), shortcuts.display(Shortcut.PUT_DOWN));
        down.getStyleClass().add("quiet");
        down.setOnAction(event -> model.putDown());
        down.setMinWidth(Region.USE_PREF_SIZE);
        var last = new HBox(16, missing, down, decide);
        last.setAlignment(Pos.CENTER_LEFT);
        answer.getChildren().setAll(row, finding, reasonRow, chips, last);
        veil.getChildren().setAll(veiled());
        var left = new VBox(answer, veil);
        left.getStyleClass().add("answer-left");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        var scroll = new ScrollPane(notice);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(NOTICE_WIDTH);
        scroll.setPrefWidth(NOTICE_WIDTH);
        scroll.setMaxWidth(NOTICE_WIDTH);
        scroll.setPrefHeight(240);
        scroll.setMinHeight(0);
        scroll.getStyleClass().addAll("notice-scroll", "hairline-left");
        getChildren().setAll(left, scroll);
    }

    /// What stands in the answer's place until the reader has a finding of their own.
    private Node[] veiled() {
        var why = new Label(words.text("appeals.veil"));
        why.setWrapText(true);
        var approve = new Button(words.text("appeals.veil.approve"));
        approve.setOnAction(event -> model.reveal(Outcome.APPROVE));
        var violation = new Button(words.text("appeals.veil.violation"));
        violation.setOnAction(event -> model.reveal(Outcome.VIOLATION));
        return new Node[] {why, new HBox(8, approve, violation)};
    }

    private void bind() {
        model.taskProperty().subscribe(task -> {
            finding.policies(model.policies());
            showAnswer();
        });
        model.dossierProperty().subscribe(read -> showAnswer());
        model.outcomeProperty().subscribe(outcome -> showAnswer());
        model.choiceProperty().subscribe(choice -> showAnswer());
        model.reasonsProperty().subscribe(said -> showReady());
        model.busyProperty().subscribe(busy -> showReady());
        model.noticeProperty().subscribe(notice::show);
    }

    private void showAnswer() {
        show(veil, model.isVeiled());
        show(answer, !model.isVeiled());
        answers.forEach((outcome, button) ->
                button.show(outcome == model.outcomeProperty().get(), false));
        show(finding, model.needsFinding());
        finding.show(model.choiceProperty().get());
        chips.getChildren().setAll(model.sentences().stream().map(this::chip).toList());
        show(chips, !model.sentences().isEmpty());
        showReady();
    }

    private void showReady() {
        var lacks = model.missing();
        missing.setText(
                lacks == null ? "" : words.named("appeals.said", lacks.name().replace('_', '-')));
        decide.pseudoClassStateChanged(READY, lacks == null);
        decide.setDisable(model.busyProperty().get());
    }

    private Button chip(Sentence sentence) {
        String text = sentence.text();
        var chip = new Button(text.length() > LONGEST_CHIP ? text.substring(0, LONGEST_CHIP - 1) + "…" : text);
        chip.setAccessibleText(text);
        chip.setMnemonicParsing(false);
        chip.setTooltip(new Tooltip(text));
        chip.getStyleClass().add("sentence");
        chip.setOnAction(event -> model.add(sentence));
        return chip;
    }

    private KeyButton answerButton(Outcome outcome, String cap) {
        var button = new KeyButton(words.named("appeals.answer", outcome.name()), cap);
        button.setOnAction(event -> model.choose(outcome));
        return button;
    }

    TextArea reasons() {
        return reasons;
    }

    FindingPane finding() {
        return finding;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private final class Deeds implements FindingPane.Deeds {
        @Override
        public void approve() {
            model.choose(Outcome.OVERTURN);
        }

        @Override
        public void policy(PolicyBrief policy) {
            model.press(policy);
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
