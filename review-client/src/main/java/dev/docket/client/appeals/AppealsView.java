package dev.docket.client.appeals;

import dev.docket.client.appeals.OpenAppeal.Line;
import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.control.StatePane;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ContentPane;
import dev.docket.client.common.item.ItemHeader;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.media.Stretch;
import dev.docket.client.common.screen.ScreenView;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.appeals.AppealDossier;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.Violation;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The appeals screen: deadlines left, the item and the appellant's words in the middle, the
/// case right, the answer below.
public final class AppealsView implements ScreenView {
    private static final double BOARD_WIDTH = 256;
    private static final double CASE_WIDTH = 340;
    private static final double SCROLL_BAR = 10;
    private static final int COLUMNS = 70;

    private final AppealsViewModel model;
    private final OpenAppeal appeal;
    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final BoardPane board;
    private final ItemHeader header;
    private final ContentPane content;
    private final CasePane casePane;
    private final AnswerBar bar;
    private final StatePane state;
    private final VBox idle = new VBox(12);
    private final Label idleTitle = new Label();
    private final Label idleBody = new Label();
    private final VBox statement = new VBox(6);
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
    private ScrollPane boardScroll;

    @FXML
    private VBox middle;

    @FXML
    private ScrollPane caseScroll;

    private final VBox item = new VBox();

    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    public AppealsView(AppealsViewModel model, Messages messages, Shortcuts shortcuts) {
        this.model = model;
        this.shortcuts = shortcuts;
        appeal = model.appeal();
        words = new ItemWords(messages);
        board = new BoardPane(words);
        header = new ItemHeader(words);
        content = new ContentPane(words, shortcuts, appeal.cover(), appeal.gallery());
        casePane = new CasePane(words);
        bar = new AnswerBar(appeal, words, shortcuts);
        var again = new KeyButton(words.text("appeals.state.again"), shortcuts.display(Shortcut.LOOK_AGAIN));
        again.setOnAction(event -> model.lookAgain());
        state = new StatePane(Skeleton.item(words.text("appeals.state.loading")), again);
        undo = new KeyButton(words.text("appeals.undo"), shortcuts.display(Shortcut.UNDO));
        undo.setOnAction(event -> appeal.undo());
    }

    @FXML
    void initialize() {
        boardScroll.setContent(board);
        width(boardScroll, BOARD_WIDTH);
        caseScroll.setContent(casePane);
        width(caseScroll, CASE_WIDTH);
        casePane.setMaxWidth(CASE_WIDTH - SCROLL_BAR);
        line.getStyleClass().addAll("said-line", "hairline-bottom");
        line.setAlignment(Pos.CENTER_LEFT);
        said.setWrapText(true);
        line.getChildren().setAll(said, undo);
        statement.getStyleClass().add("statement");
        var scroll = new ScrollPane(new VBox(content, statement));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        item.getChildren().setAll(header, scroll);
        VBox.setVgrow(item, Priority.ALWAYS);
        middle.getChildren().setAll(line, idle(), item);
        stage.getChildren().add(state);
        root.setBottom(bar);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedWhileTyping);
        shortcuts.install(root, Scope.APPEALS, deeds());
        bind();
    }

    private static void width(ScrollPane pane, double width) {
        pane.setMinWidth(width);
        pane.setPrefWidth(width);
        pane.setMaxWidth(width);
    }

    private Node idle() {
        idleTitle.getStyleClass().add("title");
        idleBody.setWrapText(true);
        idleBody.getStyleClass().add("state-body");
        var take = new KeyButton(words.text("appeals.take"), shortcuts.display(Shortcut.DECIDE));
        take.getStyleClass().add("primary");
        take.setOnAction(event -> appeal.takeNext());
        take.disableProperty().bind(appeal.busyProperty());
        idle.getChildren().setAll(idleTitle, idleBody, take);
        idle.getStyleClass().add("appeals-idle");
        VBox.setVgrow(idle, Priority.ALWAYS);
        return idle;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        if (appeal.taskProperty().get() == null) {
            root.requestFocus();
        } else {
            content.text().requestFocus();
        }
    }

    private void bind() {
        model.stateProperty().subscribe(now -> showState());
        model.boardProperty().subscribe(read -> showState());
        model.nowProperty().subscribe(now -> showTime());
        appeal.taskProperty().subscribe(this::showTask);
        appeal.dossierProperty().subscribe(read -> showCase());
        appeal.lineProperty().subscribe(now -> showSaid());
        appeal.lastProperty().subscribe(last -> showSaid());
        appeal.cover().coveredProperty().subscribe(covered -> showCover());
    }

    // Showing

    private void showState() {
        var read = model.boardProperty().get();
        show(page, read != null);
        show(bar, read != null && appeal.taskProperty().get() != null);
        if (read != null) {
            state.clear();
            showBoard();
            showSaid();
            return;
        }
        switch (model.stateProperty().get()) {
            case LOADING, READY -> state.loading();
            case OFFLINE ->
                state.say(StatePane.Message.offline(
                        words.text("appeals.state.offline.title"), words.text("appeals.state.offline"), ""));
            case ERROR -> state.say(StatePane.Message.fault(words.text("appeals.state.error.title"), problem(), ""));
        }
    }

    private String problem() {
        var refusal = model.problemProperty().get();
        return refusal != null && words.knows("problem", refusal.slug())
                ? words.named("problem", refusal.slug())
                : words.text("appeals.state.error");
    }

    private void showBoard() {
        var read = model.boardProperty().get();
        if (read == null) {
            return;
        }
        var task = appeal.taskProperty().get();
        board.show(read, task == null ? null : task.id(), model.nowProperty().get());
        long open = read.counts().overdue()
                + read.counts().today()
                + read.counts().thisWeek()
                + read.counts().later();
        idleTitle.setText(words.text("appeals.idle.title", open));
        idleBody.setText(words.text(open == 0 ? "appeals.idle.empty" : "appeals.idle"));
    }

    private void showTime() {
        var task = appeal.taskProperty().get();
        if (task != null) {
            header.showDue(task.dueAt(), model.nowProperty().get());
        }
        showUndo();
    }

    private void showTask(@Nullable Task task) {
        show(item, task != null);
        show(idle, task == null);
        show(caseScroll, task != null);
        show(bar, task != null);
        if (task != null) {
            header.show(task, model.nowProperty().get());
            content.show(task, model.nowProperty().get());
            showCover();
            showStatement(task);
            content.text().requestFocus();
        } else if (root.getScene() != null) {
            root.requestFocus();
        }
        showBoard();
    }

    /// What the decision appealed against marked in the item, once it may be seen.
    private void showMarks(@Nullable Task task, @Nullable AppealDossier read) {
        var found = read == null
                ? List.<Violation>of()
                : read.decisions().stream()
                        .filter(AppealDossier.EarlierDecision::appealed)
                        .flatMap(one -> one.violations().stream())
                        .toList();
        String text = task == null ? null : task.item().text();
        content.text().mark(text == null ? List.of() : Span.of(found, text.length()));
        content.media().showMarks(dev.docket.client.common.media.Region.of(found));
        content.media()
                .showSeconds(Stretch.of(found, task == null ? null : task.item().media()));
    }

    private void showStatement(Task task) {
        var brief = task.appeal();
        statement.getChildren().clear();
        if (brief != null) {
            var head =
                    new Label(words.heading("appeals.statement." + brief.role().toLowerCase(Locale.ROOT)));
            head.getStyleClass().add("overline");
            statement.getChildren().setAll(head, AuthorText.paragraph(brief.statement(), COLUMNS, "statement-text"));
        }
    }

    private void showCover() {
        var task = appeal.taskProperty().get();
        if (task != null) {
            content.cover(appeal.cover().coveredProperty().get(), task);
        }
    }

    private void showCase() {
        var task = appeal.taskProperty().get();
        var read = appeal.dossierProperty().get();
        show(casePane, read != null);
        showMarks(task, read);
        if (task != null && read != null) {
            casePane.show(task, read, model.nowProperty().get());
        }
    }

    private void showSaid() {
        String text = saying();
        said.setText(text);
        showUndo();
        show(line, !text.isEmpty());
    }

    private void showUndo() {
        show(
                undo,
                appeal.canUndo(model.nowProperty().get())
                        && appeal.taskProperty().get() == null);
    }

    private String saying() {
        if (model.stateProperty().get() == AppealsViewModel.State.OFFLINE) {
            return words.text("appeals.said.old");
        }
        Line last = appeal.lineProperty().get();
        if (last == null) {
            return "";
        }
        String why = last.slug() != null && words.knows("problem", last.slug())
                ? " " + words.named("problem", last.slug())
                : "";
        return words.named("appeals.said", last.said().name().replace('_', '-')) + why;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    // Keys

    private Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        bar.finding().keys().forEach((key, deed) -> {
            if (key.scopes().contains(Scope.APPEALS)) {
                deeds.put(key, deed);
            }
        });
        deeds.put(Shortcut.UPHOLD, () -> appeal.choose(Outcome.UPHOLD));
        deeds.put(Shortcut.OVERTURN, () -> appeal.choose(Outcome.OVERTURN));
        deeds.put(Shortcut.CHANGE, () -> appeal.choose(Outcome.CHANGE));
        deeds.put(Shortcut.SENTENCE, appeal::nextSentence);
        deeds.put(Shortcut.PUT_DOWN, appeal::putDown);
        deeds.put(Shortcut.NOTE, () -> bar.reasons().requestFocus());
        deeds.put(Shortcut.REVEAL, appeal.cover()::reveal);
        deeds.put(Shortcut.REVEAL_ALL, appeal.cover()::revealAll);
        deeds.put(Shortcut.MAP, content.media()::toggleMap);
        deeds.put(Shortcut.PLAY, appeal.gallery()::play);
        deeds.put(Shortcut.NEXT_MEDIUM, () -> appeal.gallery().move(1));
        deeds.put(Shortcut.DECIDE, this::enter);
        deeds.put(Shortcut.UNDO, appeal::undo);
        deeds.put(Shortcut.HIDE, appeal.cover()::hide);
        deeds.put(Shortcut.LOOK_AGAIN, () -> {
            model.lookAgain();
            appeal.gallery().lookAgain();
        });
        deeds.put(Shortcut.NEXT_PANE, this::nextPane);
        return deeds;
    }

    private void enter() {
        if (appeal.taskProperty().get() == null) {
            appeal.takeNext();
        } else {
            appeal.decide();
        }
    }

    private void nextPane() {
        if (focused() == bar.reasons() || appeal.taskProperty().get() == null) {
            focus();
        } else {
            bar.reasons().requestFocus();
        }
    }

    /// Leaving a typing field is ours: Esc goes back to the item, Ctrl Enter answers.
    private void pressedWhileTyping(KeyEvent event) {
        if (!(focused() instanceof TextInputControl)) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            content.text().requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            appeal.decide();
            event.consume();
        }
    }

    private @Nullable Node focused() {
        return root.getScene() == null ? null : root.getScene().getFocusOwner();
    }
}
