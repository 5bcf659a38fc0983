package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.control.StatePane;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.screen.ScreenView;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.supervisor.SupervisorViewModel.State;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The supervisor's screen: the floor, what needs a decision, and how well the floor decides, side by side.
public final class SupervisorView implements ScreenView {
    private static final double FLOOR_WIDTH = 296;
    private static final double QUALITY_WIDTH = 304;
    private static final double FOLD_BELOW = 1120;

    private final SupervisorViewModel model;
    private final Adjudication adjudication;
    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final FloorPane floor;
    private final QualityPane quality;
    private final NeedsPane needs;
    private final AdjudicationPane disputed;
    private final ProposalsPane proposals;
    private final List<FloatingCard> cards;
    private final StatePane state;
    private final HBox line = new HBox(10);
    private final Label said = new Label();
    private final KeyButton undo;

    @FXML
    private BorderPane root;

    @FXML
    private StackPane stage;

    @FXML
    private HBox page;

    @FXML
    private ScrollPane floorScroll;

    @FXML
    private VBox floorColumn;

    @FXML
    private VBox middle;

    @FXML
    private ScrollPane needsScroll;

    @FXML
    private ScrollPane qualityScroll;

    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    public SupervisorView(SupervisorViewModel model, Messages messages, Shortcuts shortcuts) {
        this.model = model;
        this.shortcuts = shortcuts;
        adjudication = model.adjudication();
        words = new ItemWords(messages);
        floor = new FloorPane(words);
        quality = new QualityPane(words, shortcuts, model::acknowledge);
        needs = new NeedsPane(words, shortcuts, model::takeNext, model::prepareReassign, model::open);
        disputed = new AdjudicationPane(adjudication, words, shortcuts, model.nowProperty()::get);
        proposals = new ProposalsPane(model.proposals(), words, shortcuts);
        cards = List.of(
                new TransferCard(model, words),
                new OutlookCard(model.outlook(), words, model.nowProperty()::get),
                new DivisionCard(model.division(), words),
                new ProposalCard(model.proposals(), words),
                new ReassignCard(model.picking(), words),
                new GoldenCard(model.golden(), words, shortcuts),
                new CalibrationCard(model.calibrations(), words, shortcuts, model::people),
                new PersonCard(model.person(), words, shortcuts),
                new AgreementCard(model.agreement(), words, model::judgedPolicies));
        var again = new KeyButton(words.text("supervisor.state.again"), shortcuts.display(Shortcut.LOOK_AGAIN));
        again.setOnAction(event -> model.lookAgain());
        state = new StatePane(shape(), again);
        undo = new KeyButton(words.text("supervisor.said.undo"), shortcuts.display(Shortcut.UNDO));
        undo.setOnAction(event -> adjudication.undo());
    }

    @FXML
    void initialize() {
        floorColumn.getChildren().add(floor);
        width(floorScroll, FLOOR_WIDTH);
        width(qualityScroll, QUALITY_WIDTH);
        qualityScroll.setContent(quality);
        needs.getChildren().add(proposals);
        needsScroll.setContent(needs);
        line.getStyleClass().addAll("said-line", "hairline-bottom");
        line.setAlignment(Pos.CENTER_LEFT);
        said.setWrapText(true);
        line.getChildren().setAll(said, undo);
        middle.getChildren().addFirst(line);
        middle.getChildren().add(disputed);
        VBox.setVgrow(disputed, javafx.scene.layout.Priority.ALWAYS);
        stage.getChildren().add(state);
        for (FloatingCard card : cards) {
            stage.getChildren().add((Node) card);
            StackPane.setAlignment((Node) card, Pos.CENTER);
        }
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedWhileTyping);
        shortcuts.install(root, Scope.SUPERVISOR, deeds());
        root.widthProperty().subscribe(width -> fold(width.doubleValue() < FOLD_BELOW));
        bindModel();
    }

    private static void width(ScrollPane pane, double width) {
        pane.setMinWidth(width);
        pane.setPrefWidth(width);
        pane.setMaxWidth(width);
    }

    /// The grey shape of three columns.
    private Region shape() {
        var rows = Skeleton.column("skeleton-side", Skeleton.bar(90, 10));
        for (int row = 0; row < 6; row++) {
            rows.getChildren().add(Skeleton.bar(240, 14));
            rows.getChildren().add(Skeleton.bar(240, 6));
        }
        var centre = Skeleton.column("skeleton-item", Skeleton.bar(240, 20), Skeleton.bar(180, 12), Skeleton.gap(24));
        for (int row = 0; row < 5; row++) {
            centre.getChildren().add(Skeleton.bar(440, 14));
        }
        HBox.setHgrow(centre, javafx.scene.layout.Priority.ALWAYS);
        var figures = Skeleton.column("skeleton-side", Skeleton.bar(90, 10));
        for (int row = 0; row < 8; row++) {
            figures.getChildren().add(new HBox(16, Skeleton.bar(80, 12), Skeleton.bar(144, 12)));
        }
        var both = new HBox(rows, centre, figures);
        both.setAccessibleText(words.text("supervisor.state.loading"));
        return both;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        if (adjudication.taskProperty().get() == null) {
            root.requestFocus();
        } else {
            disputed.content().text().requestFocus();
        }
    }

    private void bindModel() {
        model.stateProperty().subscribe(now -> showState());
        model.floorProperty().subscribe(view -> showFloor());
        model.nowProperty().subscribe(now -> showTime());
        model.qualityProperty().subscribe(figures -> showQuality());
        model.qualityStateProperty().subscribe(now -> showQuality());
        model.outcomeProperty().subscribe(outcome -> showSaid());
        adjudication.stateProperty().subscribe(now -> showMiddle());
        adjudication.noticeProperty().subscribe(notice -> showSaid());
        adjudication.lastProperty().subscribe(last -> showSaid());
        model.toldProperty().subscribe(told -> showSaid());
        model.proposals().openProperty().subscribe(open -> showProposals());
        model.transferProperty().subscribe(prepared -> focusRowWithout(prepared));
        model.outlook().lookProperty().subscribe(look -> focusRowWithout(look));
        model.division().draftProperty().subscribe(draft -> focusRowWithout(draft));
        model.proposals().draftProperty().subscribe(draft -> focusWithout(draft));
        model.picking().draftProperty().subscribe(draft -> focusWithout(draft));
        model.golden().lookProperty().subscribe(look -> focusWithout(look));
        model.calibrations().lookProperty().subscribe(look -> focusWithout(look));
        model.person().lookProperty().subscribe(look -> focusRowWithout(look));
        model.agreement().lookProperty().subscribe(look -> focusWithout(look));
    }

    private void focusWithout(@Nullable Object shown) {
        if (shown == null && root.getScene() != null) {
            root.requestFocus();
        }
    }

    private void focusRowWithout(@Nullable Object shown) {
        if (shown == null && root.getScene() != null) {
            floor.focusRow();
        }
    }

    // Showing

    private void showState() {
        boolean any = model.floorProperty().get() != null;
        page.setVisible(any);
        if (any) {
            state.clear();
            showSaid();
            return;
        }
        switch (model.stateProperty().get()) {
            case LOADING, READY -> state.loading();
            case OFFLINE ->
                state.say(StatePane.Message.offline(
                        words.text("supervisor.state.offline.title"), words.text("supervisor.state.offline"), ""));
            case ERROR -> state.say(StatePane.Message.fault(words.text("supervisor.state.error.title"), problem(), ""));
        }
    }

    private String problem() {
        var refusal = model.problemProperty().get();
        return refusal != null && words.knows("problem", refusal.slug())
                ? words.named("problem", refusal.slug())
                : words.text("supervisor.state.error");
    }

    private void showFloor() {
        var view = model.floorProperty().get();
        if (view != null) {
            floor.show(view, model.nowProperty().get(), model::namesOn);
            needs.show(view.needs(), model.nowProperty().get());
            showProposals();
        }
        showState();
    }

    /// Ages are said in minutes: they need no drawing between two of them.
    private void showTime() {
        var now = model.nowProperty().get();
        var view = model.floorProperty().get();
        if (view != null
                && Duration.between(view.at(), now).toSeconds() % 60 == 0
                && openCard().isEmpty()) {
            showFloor();
        }
        disputed.showTime();
        undo.setVisible(adjudication.canUndo(now) && adjudication.taskProperty().get() == null);
        undo.setManaged(undo.isVisible());
    }

    private void showProposals() {
        proposals.show(
                model.proposals().openProperty().get(), model.nowProperty().get());
    }

    private void showQuality() {
        quality.show(model.qualityStateProperty().get(), model.qualityProperty().get());
    }

    private void showMiddle() {
        var now = adjudication.stateProperty().get();
        boolean open = adjudication.taskProperty().get() != null;
        show(disputed, open);
        show(needsScroll, !open);
        needs.taking(now == Adjudication.State.TAKING);
        disputed.showTime();
        if (root.getScene() != null && now == Adjudication.State.OPEN && !isTyping()) {
            disputed.content().text().requestFocus();
        } else if (root.getScene() != null && now == Adjudication.State.IDLE) {
            root.requestFocus();
        }
        showSaid();
    }

    /// One line for whatever was done last, or for a floor that does not answer.
    private void showSaid() {
        String text = saying();
        said.setText(text);
        showTimeOfUndo();
        show(line, !text.isEmpty());
    }

    private void showTimeOfUndo() {
        undo.setVisible(adjudication.canUndo(model.nowProperty().get())
                && adjudication.taskProperty().get() == null);
        undo.setManaged(undo.isVisible());
    }

    private String saying() {
        if (model.floorProperty().get() != null && model.stateProperty().get() == State.OFFLINE) {
            return words.text("supervisor.said.old");
        }
        var outcome = model.outcomeProperty().get();
        if (outcome != null) {
            return transferred(outcome);
        }
        var told = model.toldProperty().get();
        if (told != null) {
            return words.text(told.key(), told.arguments().toArray());
        }
        var notice = adjudication.noticeProperty().get();
        if (notice == null) {
            return "";
        }
        String key = notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String why = notice.slug() != null && words.knows("problem", notice.slug())
                ? " " + words.named("problem", notice.slug())
                : "";
        return words.text("supervisor.said." + key) + why;
    }

    private String transferred(SupervisorViewModel.Outcome outcome) {
        if (outcome.moved() >= 0) {
            return words.text(
                    "supervisor.said.transferred",
                    outcome.moved(),
                    outcome.transfer().fromName());
        }
        String slug = outcome.slug();
        String why = slug != null && words.knows("problem", slug) ? " " + words.named("problem", slug) : "";
        return words.text("supervisor.said.not-transferred") + why;
    }

    private void fold(boolean narrow) {
        boolean folded = floorColumn.getChildren().contains(quality);
        if (narrow && !folded) {
            qualityScroll.setContent(null);
            floorColumn.getChildren().add(quality);
        } else if (!narrow && folded) {
            floorColumn.getChildren().remove(quality);
            qualityScroll.setContent(quality);
        }
        show(qualityScroll, !narrow);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    // Keys

    private Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        disputed.finding().keys().forEach((key, deed) -> deeds.put(key, onItem(deed)));
        deeds.put(Shortcut.LEFT_SIDE, orOnCard(card -> card.turn(-1), onItem(() -> adjudication.choose(Side.LEFT))));
        deeds.put(Shortcut.RIGHT_SIDE, orOnCard(card -> card.turn(1), onItem(() -> adjudication.choose(Side.RIGHT))));
        deeds.put(Shortcut.DECIDE_ANEW, onItem(adjudication::decideAnew));
        deeds.put(Shortcut.GOLDEN, onItem(adjudication::toggleGolden));
        deeds.put(
                Shortcut.NOTE,
                orOnCard(FloatingCard::write, onItem(() -> disputed.note().requestFocus())));
        deeds.put(Shortcut.RETIRE, orOnCard(FloatingCard::retire, () -> {}));
        deeds.put(Shortcut.NEW_CALIBRATION, orOnCard(FloatingCard::begin, () -> {}));
        deeds.put(Shortcut.GOLDEN_ITEMS, whenFree(model.golden()::open));
        deeds.put(Shortcut.CALIBRATIONS, whenFree(model.calibrations()::open));
        deeds.put(Shortcut.PERSON, this::person);
        deeds.put(Shortcut.REVEAL, onItem(adjudication.cover()::reveal));
        deeds.put(Shortcut.REVEAL_ALL, onItem(adjudication.cover()::revealAll));
        deeds.put(Shortcut.MAP, onItem(disputed.media()::toggleMap));
        deeds.put(Shortcut.PLAY, onItem(adjudication.gallery()::play));
        deeds.put(Shortcut.NEXT_MEDIUM, onItem(() -> adjudication.gallery().move(1)));
        deeds.put(Shortcut.MARK, onItem(this::mark));
        deeds.put(Shortcut.DECIDE, this::enter);
        deeds.put(Shortcut.UNDO, adjudication::undo);
        deeds.put(Shortcut.HIDE, this::escape);
        deeds.put(Shortcut.LOOK_AGAIN, () -> {
            model.lookAgain();
            adjudication.gallery().lookAgain();
        });
        deeds.put(Shortcut.NEXT_PANE, this::nextPane);
        deeds.put(Shortcut.ROW_UP, orOnCard(card -> card.step(-1), () -> step(-1)));
        deeds.put(Shortcut.ROW_DOWN, orOnCard(card -> card.step(1), () -> step(1)));
        deeds.put(Shortcut.MOVE_TASKS, onQueue(queue -> model.prepareMove(queue, false)));
        deeds.put(Shortcut.DRAIN, onQueue(queue -> model.prepareMove(queue, true)));
        deeds.put(Shortcut.HAND_ON, this::handOn);
        deeds.put(Shortcut.REASSIGN, () -> {
            if (isFree() && adjudication.taskProperty().get() == null) {
                needs.reassign();
            }
        });
        deeds.put(Shortcut.OPEN_WAVE, () -> {
            if (isFree() && adjudication.taskProperty().get() == null) {
                needs.open();
            }
        });
        deeds.put(Shortcut.OUTLOOK, onQueue(model::lookAhead));
        deeds.put(Shortcut.DIVIDE, onQueue(model::prepareDivision));
        deeds.put(Shortcut.AGREEMENT, () -> {
            if (isFree()) {
                model.agreement().open(null);
            }
        });
        deeds.put(Shortcut.PROPOSAL, () -> {
            if (isFree() && adjudication.taskProperty().get() == null) {
                model.proposals().answerFirst();
            }
        });
        return deeds;
    }

    private Optional<FloatingCard> openCard() {
        return cards.stream().filter(FloatingCard::isOpen).findFirst();
    }

    /// Does it in the card that floats, or without one elsewhere.
    private Runnable orOnCard(Consumer<FloatingCard> inCard, Runnable elsewhere) {
        return () -> openCard().ifPresentOrElse(inCard, elsewhere);
    }

    private Runnable whenFree(Runnable deed) {
        return () -> {
            if (isFree()) {
                deed.run();
            }
        };
    }

    /// Looks at the person whose row was gone to.
    private void person() {
        floor.selected()
                .filter(row -> !row.isQueue() && isFree())
                .flatMap(row -> model.people().stream()
                        .filter(one -> one.id().equals(row.id()))
                        .findFirst())
                .ifPresentOrElse(one -> model.person().open(one.id(), one.displayName()), floor::focusRow);
    }

    private boolean isFree() {
        return openCard().isEmpty();
    }

    /// Holds only while an item is open and nothing floats over it.
    private Runnable onItem(Runnable deed) {
        return () -> {
            if (adjudication.taskProperty().get() != null && isFree()) {
                deed.run();
            }
        };
    }

    private Runnable onQueue(Consumer<String> deed) {
        return () -> floor.selected()
                .filter(row -> row.isQueue() && isFree())
                .ifPresentOrElse(row -> deed.accept(row.id()), floor::focusRow);
    }

    private void handOn() {
        floor.selected()
                .filter(row -> !row.isQueue() && isFree())
                .ifPresentOrElse(row -> model.prepareHandOn(row.id()), floor::focusRow);
    }

    private void step(int by) {
        var focus = focused();
        if (focus != null && !needs.step(focus, by)) {
            floor.step(focus, by);
        }
    }

    /// Marks the selected words, or else a place in the image or the second of the video at hand.
    private void mark() {
        var text = disputed.content().text();
        var selected = text.selectionProperty().get();
        if (!adjudication.mayMark()) {
            adjudication.explainMarks();
        } else if (selected != null) {
            adjudication.mark(selected);
            text.clearSelection();
        } else {
            disputed.media().mark();
        }
    }

    private void enter() {
        var card = openCard();
        if (card.isPresent()) {
            card.get().confirm();
        } else if (adjudication.taskProperty().get() != null) {
            adjudication.decide();
        } else {
            model.takeNext();
        }
    }

    private void escape() {
        var card = openCard();
        if (card.isPresent()) {
            card.get().cancel();
        } else if (disputed.media().dropDraft()) {
            disputed.content().text().requestFocus();
        } else if (adjudication.taskProperty().get() != null) {
            adjudication.leave();
        } else {
            model.forgetOutcome();
        }
    }

    /// Typing fields are never hijacked: only leaving and confirming them is ours.
    private void pressedWhileTyping(KeyEvent event) {
        if (!isTyping()) {
            return;
        }
        var card = openCard();
        if (event.getCode() == KeyCode.ESCAPE && card.isPresent()) {
            card.get().cancel();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && card.isPresent()) {
            card.get().confirm();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
            disputed.content().text().requestFocus();
            event.consume();
        }
    }

    private boolean isTyping() {
        return focused() instanceof TextInputControl;
    }

    private @Nullable Node focused() {
        return root.getScene() == null ? null : root.getScene().getFocusOwner();
    }

    private void nextPane() {
        boolean open = adjudication.taskProperty().get() != null;
        var focus = focused();
        if (focus != null && isInside(focus, floor)) {
            if (open) {
                disputed.content().text().requestFocus();
            } else {
                firstButton(needs);
            }
        } else {
            floor.focusRow();
        }
    }

    private static boolean firstButton(Node node) {
        if (node instanceof Button button && !button.isDisabled()) {
            button.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(SupervisorView::firstButton);
    }

    private static boolean isInside(Node node, Node pane) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at.equals(pane)) {
                return true;
            }
        }
        return false;
    }
}
