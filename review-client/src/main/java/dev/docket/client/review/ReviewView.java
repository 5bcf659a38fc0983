package dev.docket.client.review;

import dev.docket.client.common.control.Fold;
import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.control.StatePane;
import dev.docket.client.common.explain.ExplanationCard;
import dev.docket.client.common.finding.Choice;
import dev.docket.client.common.finding.PolicyGrid;
import dev.docket.client.common.finding.PolicyText;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.ContentPane;
import dev.docket.client.common.item.Emphasis;
import dev.docket.client.common.item.EvidencePane;
import dev.docket.client.common.item.ItemHeader;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.MarkedText;
import dev.docket.client.common.screen.ScreenView;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.queue.Looking;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.TaskKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The review screen: binds what the view-model knows to what is seen, and keys to what they do.
public final class ReviewView implements ScreenView {
    private static final double EVIDENCE_WIDTH = 340;
    private static final double SCROLL_BAR = 10;
    private static final double FOLD_BELOW = 1040;

    private final ReviewViewModel model;
    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final ItemHeader header;
    private final ContentPane content;
    private final EvidencePane evidence;
    private final DecisionBar bar;
    private final PassOnPanel passOn;
    private final PolicyText policyText;
    private final PreviewCard preview;
    private final ExplanationCard explanation;
    private final StatePane state;

    @FXML
    private BorderPane root;

    @FXML
    private StackPane stage;

    @FXML
    private HBox page;

    @FXML
    private VBox main;

    @FXML
    private ScrollPane contentScroll;

    @FXML
    private VBox contentColumn;

    @FXML
    private ScrollPane evidenceScroll;

    @FXML
    private VBox notices;

    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    public ReviewView(ReviewViewModel model, Messages messages, Shortcuts shortcuts) {
        this.model = model;
        this.shortcuts = shortcuts;
        words = new ItemWords(messages);
        header = new ItemHeader(words);
        content = new ContentPane(
                words, shortcuts, model.finding().cover(), model.finding().gallery());
        evidence = new EvidencePane(words, model.finding().highlight()::choose);
        bar = new DecisionBar(words, shortcuts, new BarDeeds());
        passOn = new PassOnPanel(words, model.colleagues());
        policyText = new PolicyText(words);
        preview = new PreviewCard(model.preview(), words);
        explanation =
                new ExplanationCard(model.explaining(), words, content.text()::text, shortcuts.display(Shortcut.HIDE));
        var explain = new KeyButton(words.text("item.explain"), shortcuts.display(Shortcut.EXPLAIN));
        explain.getStyleClass().addAll("quiet", "explain-button");
        explain.setOnAction(event -> model.toggleExplanation());
        evidence.explainWith(explain);
        var again = new KeyButton(words.text("review.state.again"), shortcuts.display(Shortcut.LOOK_AGAIN));
        again.setOnAction(event -> model.lookAgain());
        state = new StatePane(Skeleton.item(words.text("review.state.loading.title")), again);
    }

    @FXML
    void initialize() {
        main.getChildren().addFirst(header);
        contentColumn.getChildren().add(content);
        evidenceScroll.setContent(evidence);
        evidence.setMaxWidth(EVIDENCE_WIDTH - SCROLL_BAR);
        evidenceScroll.setMinWidth(EVIDENCE_WIDTH);
        evidenceScroll.setPrefWidth(EVIDENCE_WIDTH);
        evidenceScroll.setMaxWidth(EVIDENCE_WIDTH);
        stage.getChildren().add(1, state);
        stage.getChildren().addAll(policyText, preview, explanation, passOn);
        StackPane.setAlignment(explanation, Pos.BOTTOM_LEFT);
        StackPane.setMargin(explanation, new Insets(0, 0, 12, 24));
        StackPane.setAlignment(preview, Pos.BOTTOM_LEFT);
        StackPane.setMargin(preview, new Insets(0, 0, 12, 24));
        StackPane.setAlignment(passOn, Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(policyText, Pos.BOTTOM_LEFT);
        root.setBottom(bar);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isTyping()) {
                pressedWhileTyping(event);
            }
        });
        shortcuts.install(root, Scope.REVIEW, deeds());
        root.widthProperty().subscribe(width -> fold(width.doubleValue() < FOLD_BELOW));
        content.media().onMark(model.finding()::mark, model.finding()::mark);
        bindModel();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        if (model.taskProperty().get() == null) {
            root.requestFocus();
        } else {
            content.text().requestFocus();
        }
    }

    private void bindModel() {
        bar.note().textProperty().bindBidirectional(model.finding().noteProperty());
        model.taskProperty().subscribe(this::showTask);
        model.finding().choiceProperty().subscribe(this::showChoice);
        model.finding().highlight().labelProperty().subscribe(label -> showWords());
        model.explaining().explanationProperty().subscribe(known -> showWords());
        model.finding().precedents().atProperty().subscribe(at -> showPrecedent(at.intValue()));
        model.finding().cover().coveredProperty().subscribe(covered -> showCover());
        model.othersProperty().subscribe(this::showOthers);
        model.asking().stateProperty().subscribe(this::showAsking);
        model.leaseProperty()
                .subscribe(clock -> bar.showLease(clock, model.taskProperty().get() != null));
        model.lastProperty().subscribe(last -> showLast());
        model.nowProperty().subscribe(now -> showTime());
        model.screenProperty().subscribe(screen -> showScreen());
        model.inHandProperty().subscribe(count -> showHand());
        model.offlineProperty().subscribe(offline -> showHand());
        model.pendingProperty().subscribe(count -> showHand());
        model.queues().addListener((Observable changed) -> showScreen());
        model.notices().addListener((ListChangeListener<Notice>) change -> showNotices());
    }

    // Showing

    private void showTask(@Nullable Task task) {
        passOn.close();
        policyText.close();
        bar.open(task != null);
        if (task == null) {
            return;
        }
        header.show(task, model.nowProperty().get());
        content.show(task, model.nowProperty().get());
        evidence.show(
                task, model.finding().highlight().scores(), model.nowProperty().get());
        bar.finding().policies(model.finding().policies());
        showCover();
        showChoice(model.finding().choiceProperty().get());
        contentScroll.setVvalue(0);
        evidenceScroll.setVvalue(0);
        content.text().requestFocus();
    }

    private void showOthers(List<Looking.Person> others) {
        header.showOthers(others.stream().map(Looking.Person::displayName).toList());
    }

    /// In the text what words pull, where that was asked for; else what they contribute.
    private void showWords() {
        boolean covered = model.finding().cover().coveredProperty().get();
        var emphasis = covered ? Emphasis.NONE : model.finding().highlight().emphasis();
        var pulled = model.explaining().explanationProperty().get();
        content.text().emphasise(pulled == null || covered ? emphasis : Emphasis.of(pulled.words()));
        content.text().strike(covered ? List.of() : model.explaining().flip());
        var label = model.finding().highlight().labelProperty().get();
        content.media().emphasise(label);
        var picture = model.finding().highlight().picture();
        evidence.showWords(
                label,
                picture.map(model.finding().highlight()::emphasis).orElse(emphasis),
                picture.map(read -> MarkedText.of(read.text()))
                        .orElse(content.text().text()));
    }

    /// Marks the precedent that was gone to, and brings its part of the evidence into sight.
    private void showPrecedent(int at) {
        evidence.showPrecedent(at);
        if (at >= 0 && evidenceScroll.isVisible()) {
            evidenceScroll.layout();
            double beyond =
                    evidence.getHeight() - evidenceScroll.getViewportBounds().getHeight();
            if (beyond > 0) {
                evidenceScroll.setVvalue(Math.min(1, evidence.precedentsTop() / beyond));
            }
        }
    }

    private void showCover() {
        var task = model.taskProperty().get();
        if (task != null) {
            content.cover(model.finding().cover().coveredProperty().get(), task);
            showWords();
        }
    }

    private void showChoice(Choice choice) {
        bar.showChoice(choice);
        content.text()
                .mark(choice.violations().stream()
                        .flatMap(one -> one.spans().stream())
                        .toList());
        content.media()
                .showMarks(choice.violations().stream()
                        .flatMap(one -> one.regions().stream())
                        .toList());
        content.media()
                .showSeconds(choice.violations().stream()
                        .flatMap(one -> one.seconds().stream())
                        .toList());
    }

    private void showTime() {
        var task = model.taskProperty().get();
        if (task != null) {
            header.showDue(task.dueAt(), model.nowProperty().get());
        }
        showLast();
    }

    private void showLast() {
        bar.showLast(model.lastProperty().get(), model.nowProperty().get());
    }

    private void showHand() {
        bar.showHand(
                model.inHandProperty().get(),
                model.offlineProperty().get(),
                model.pendingProperty().get());
    }

    private void showScreen() {
        var screen = model.screenProperty().get();
        page.setVisible(screen == ReviewScreen.ITEM);
        switch (screen) {
            case ITEM -> state.clear();
            case LOADING -> state.loading();
            case EMPTY, OFFLINE, ERROR -> state.say(ReviewStates.message(screen, model, words));
        }
    }

    private void showNotices() {
        notices.getChildren()
                .setAll(model.notices().stream()
                        .map(notice -> new NoticeCard(notice, words, shortcuts, () -> model.dismiss(notice)))
                        .toList());
    }

    private void fold(boolean narrow) {
        boolean folded = contentColumn.getChildren().contains(evidence);
        evidenceScroll.setVisible(!narrow);
        evidenceScroll.setManaged(!narrow);
        bar.narrow(narrow);
        evidence.below(narrow);
        StackPane.setMargin(passOn, new Insets(0, narrow ? 0 : EVIDENCE_WIDTH, 0, 0));
        if (narrow && !folded) {
            evidenceScroll.setContent(null);
            evidence.setMaxWidth(Double.MAX_VALUE);
            contentColumn.getChildren().add(evidence);
        } else if (!narrow && folded) {
            contentColumn.getChildren().remove(evidence);
            evidence.setMaxWidth(EVIDENCE_WIDTH - SCROLL_BAR);
            evidenceScroll.setContent(evidence);
        }
        if (narrow != folded) {
            showHand();
            showChoice(model.finding().choiceProperty().get());
        }
    }

    // Keys

    private Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        deeds.put(Shortcut.DECIDE, this::enter);
        deeds.put(Shortcut.CANNOT_DECIDE, onItem(model::cannotDecide));
        deeds.put(Shortcut.SKIP, onItem(this::askSkip));
        deeds.put(Shortcut.ESCALATE, onItem(this::askEscalate));
        deeds.put(Shortcut.ASK, onItem(this::askColleague));
        deeds.put(Shortcut.HOLD, onItem(this::askHold));
        deeds.put(Shortcut.NOTE, this::typeNote);
        deeds.put(Shortcut.MARK, onItem(this::markSelection));
        deeds.put(Shortcut.REVEAL, onItem(model.finding().cover()::reveal));
        deeds.put(Shortcut.REVEAL_ALL, onItem(model.finding().cover()::revealAll));
        deeds.put(Shortcut.REGION, onItem(content.media()::mark));
        deeds.put(Shortcut.MAP, onItem(content.media()::toggleMap));
        deeds.put(Shortcut.PLAY, onItem(model.finding().gallery()::play));
        deeds.put(Shortcut.NEXT_MEDIUM, onItem(() -> model.finding().gallery().move(1)));
        deeds.put(Shortcut.HIDE, this::escape);
        deeds.put(Shortcut.UNDO, model::undo);
        deeds.put(Shortcut.POLICY_TEXT, this::showPolicyText);
        deeds.put(Shortcut.NOTICE, onItem(model::togglePreview));
        deeds.put(Shortcut.EXPLAIN, onItem(model::toggleExplanation));
        deeds.put(Shortcut.THREAD, onItem(() -> toggle(evidence.thread())));
        deeds.put(Shortcut.HISTORY, onItem(() -> toggle(evidence.author())));
        deeds.put(Shortcut.NEXT_LABEL, onItem(() -> model.finding().highlight().move(1)));
        deeds.put(
                Shortcut.PREVIOUS_LABEL,
                onItem(() -> model.finding().highlight().move(-1)));
        deeds.put(
                Shortcut.PREVIOUS_PRECEDENT,
                onItem(() -> model.finding().precedents().step(-1)));
        deeds.put(
                Shortcut.NEXT_PRECEDENT,
                onItem(() -> model.finding().precedents().step(1)));
        deeds.put(Shortcut.APPLY_PRECEDENT, onItem(model::applyPrecedent));
        deeds.put(Shortcut.LOOK_AGAIN, model::lookAgain);
        deeds.put(Shortcut.NEXT_PANE, this::focusNextPane);
        bar.finding().keys().forEach((key, deed) -> deeds.put(key, onItem(deed)));
        for (int digit = 1; digit <= PolicyGrid.DIGITS.size(); digit++) {
            int pressed = digit;
            deeds.put(PolicyGrid.DIGITS.get(digit - 1), () -> digitPressed(pressed));
        }
        return deeds;
    }

    /// Holds only while an item is open and nothing floats over it.
    private Runnable onItem(Runnable deed) {
        return () -> {
            if (model.taskProperty().get() != null && !passOn.isOpen()) {
                deed.run();
            }
        };
    }

    /// Typing fields are never hijacked: only leaving them is ours.
    private void pressedWhileTyping(KeyEvent event) {
        boolean inNote = focused() == bar.note();
        if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER && inNote) {
            content.text().requestFocus();
            event.consume();
        }
    }

    private boolean isTyping() {
        return focused() instanceof TextInputControl;
    }

    private @Nullable Node focused() {
        return root.getScene() == null ? null : root.getScene().getFocusOwner();
    }

    private static void toggle(Fold fold) {
        fold.openProperty().set(!fold.openProperty().get());
    }

    private void typeNote() {
        if (passOn.isOpen()) {
            passOn.focusComment();
        } else if (model.taskProperty().get() != null) {
            bar.note().requestFocus();
        }
    }

    private void digitPressed(int digit) {
        if (passOn.isOpen()) {
            passOn.choose(digit);
        } else if (model.taskProperty().get() != null) {
            bar.finding().digit(digit);
        }
    }

    private void pressPolicy(PolicyBrief policy) {
        model.finding().press(policy, content.text().selectionProperty().get());
        content.text().clearSelection();
    }

    private void markSelection() {
        var selected = content.text().selectionProperty().get();
        if (selected != null) {
            model.finding().mark(selected);
            content.text().clearSelection();
        } else {
            content.media().mark();
        }
    }

    private void enter() {
        if (!passOn.isOpen()) {
            model.decide();
        } else if (focused() instanceof Button choice) {
            choice.fire();
        }
    }

    private void escape() {
        if (passOn.isOpen()) {
            passOn.close();
            content.text().requestFocus();
        } else if (preview.isVisible()) {
            model.preview().close();
        } else if (model.explaining().isOpen()) {
            model.explaining().close();
        } else if (policyText.isVisible()) {
            policyText.close();
        } else if (!model.notices().isEmpty()) {
            model.dismiss(model.notices().getLast());
        } else if (content.media().dropDraft()) {
            content.text().requestFocus();
        } else if (content.text().selectionProperty().get() != null) {
            content.text().clearSelection();
        } else {
            model.finding().cover().hide();
        }
    }

    private void focusNextPane() {
        var panes = new ArrayList<Node>(List.of(content.text(), evidence, bar));
        var focus = focused();
        int at = 0;
        for (int index = 0; index < panes.size(); index++) {
            if (focus != null && isInside(focus, panes.get(index))) {
                at = index + 1;
            }
        }
        var next = panes.get(at % panes.size());
        if (next == content.text()) {
            next.requestFocus();
        } else {
            focusFirstButton(next);
        }
    }

    /// @return whether a button was found to take the focus
    private static boolean focusFirstButton(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return false;
        }
        if (node instanceof Button) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(ReviewView::focusFirstButton);
    }

    private static boolean isInside(Node node, Node pane) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (Objects.equals(at, pane)) {
                return true;
            }
        }
        return false;
    }

    /// The text of the policy at hand: the current violation's, or else the queue's own.
    private void showPolicyText() {
        if (policyText.isVisible()) {
            policyText.close();
            return;
        }
        model.finding()
                .choiceProperty()
                .get()
                .currentViolation()
                .map(Choice.Chosen::policy)
                .or(() -> model.finding().policies().stream().findFirst())
                .filter(policy -> !passOn.isOpen())
                .ifPresent(policyText::show);
    }

    private void askSkip() {
        passOn.askSkip(model::skip);
    }

    private void askEscalate() {
        passOn.askEscalate(isBlind(), model.queues(), model::escalateToQueue, model::escalateToPerson);
    }

    private void askColleague() {
        model.asking().begin();
        passOn.askColleague(isBlind(), model::ask);
    }

    private void askHold() {
        passOn.askHold(model.nowProperty().get(), model::holdFor);
    }

    /// Whether nobody may be named: who is missing would say who looked first.
    private boolean isBlind() {
        var task = model.taskProperty().get();
        return task != null && task.kind() == TaskKind.SECOND;
    }

    private void showAsking(Asking.State state) {
        if (state == Asking.State.SENT) {
            passOn.close();
            content.text().requestFocus();
        } else {
            passOn.showAsking(state, model.asking().refusal());
        }
    }

    private final class BarDeeds implements DecisionBar.Deeds {
        @Override
        public void notice() {
            onItem(model::togglePreview).run();
        }

        @Override
        public void approve() {
            model.approve();
        }

        @Override
        public void policy(PolicyBrief policy) {
            pressPolicy(policy);
        }

        @Override
        public void severity(int step) {
            if (step > 0) {
                model.finding().moreSevere();
            } else {
                model.finding().lessSevere();
            }
        }

        @Override
        public void action(ActionType action) {
            model.finding().press(action);
        }

        @Override
        public void skip() {
            askSkip();
        }

        @Override
        public void escalate() {
            askEscalate();
        }

        @Override
        public void ask() {
            askColleague();
        }

        @Override
        public void hold() {
            askHold();
        }

        @Override
        public void cannotDecide() {
            model.cannotDecide();
        }

        @Override
        public void decide() {
            model.decide();
        }

        @Override
        public void undo() {
            model.undo();
        }
    }
}
