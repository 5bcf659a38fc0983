package dev.docket.client.questions;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.questions.QuestionsViewModel.Sending;
import dev.docket.client.questions.QuestionsViewModel.State;
import dev.docket.dto.queue.QuestionView;
import dev.docket.dto.review.TaskItem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A card with the questions of colleagues, one at a time with its item, and below it what was answered to one's own.
/// Enter answers; page up and page down go from question to question.
public final class QuestionsSheet extends VBox {
    private static final double WIDTH = 600;
    private static final double MOST_HEIGHT = 300;
    private static final int COLUMNS = 76;

    private final QuestionsViewModel model;
    private final ItemWords words;
    private final InstantSource clock;
    private final VBox question = new VBox(8);
    private final ScrollPane scroll = new ScrollPane(question);
    private final TextField answer = new TextField();
    private final KeyButton send;
    private final HBox writing;
    private final Label fault = new Label();
    private final VBox own = new VBox(10);
    private final ScrollPane ownScroll = new ScrollPane(own);
    private final Label place = new Label();
    private final KeyButton before;
    private final KeyButton next;
    private final KeyButton close;
    private Subscription watching = Subscription.EMPTY;
    private @Nullable String shown;

    public QuestionsSheet(QuestionsViewModel model, Messages messages, InstantSource clock, Runnable closed) {
        this.model = model;
        this.words = new ItemWords(messages);
        this.clock = clock;
        getStyleClass().addAll("floating", "questions-sheet");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        var title = new Label(words.text("questions.title"));
        title.getStyleClass().add("title");
        fold(scroll, question);
        fold(ownScroll, own);
        answer.setId("answer");
        answer.setPromptText(words.text("questions.answer"));
        answer.setAccessibleText(words.text("questions.answer"));
        answer.textProperty().subscribe((old, text) -> model.draft(text));
        answer.setOnAction(event -> model.answer());
        HBox.setHgrow(answer, Priority.ALWAYS);
        send = button("questions.send", "Enter", model::answer);
        send.getStyleClass().setAll("button", "key-button", "primary");
        send.disableProperty().bind(answer.textProperty().isEmpty());
        writing = new HBox(8, answer, send);
        writing.setAlignment(Pos.CENTER_LEFT);
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.visibleProperty());
        place.getStyleClass().add("faint");
        before = button("questions.before", "PgUp", () -> model.step(-1));
        next = button("questions.next", "PgDn", () -> model.step(1));
        close = button("questions.close", "Esc", closed);
        List.of(before, next).forEach(one -> one.managedProperty().bind(one.visibleProperty()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var buttons = new HBox(8, before, next, place, gap, close);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title, scroll, writing, fault, ownScroll, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        parentProperty().subscribe(parent -> watch(parent != null));
    }

    /// As high as its content, up to a limit.
    private static void fold(ScrollPane pane, VBox content) {
        content.heightProperty().subscribe(height -> pane.setPrefViewportHeight(height.doubleValue()));
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setMaxHeight(MOST_HEIGHT);
        pane.setFocusTraversable(false);
        pane.managedProperty().bind(pane.visibleProperty());
    }

    /// Follows the model only while it is shown: the model outlives many sheets.
    private void watch(boolean isShown) {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        model.look(isShown);
        if (isShown) {
            watching = Subscription.combine(
                    model.currentProperty().subscribe(current -> showQuestion()),
                    model.stateProperty().subscribe(state -> showQuestion()),
                    model.questionsProperty().subscribe(all -> showOwn(all.asked())),
                    model.sendingProperty().subscribe(this::showSending));
        }
    }

    /// What the focus belongs on: the answer where there is something to answer.
    public Node focusFirst() {
        return model.currentProperty().get() == null ? close : answer;
    }

    private KeyButton button(String key, String cap, Runnable deed) {
        var button = new KeyButton(words.text(key), cap);
        button.getStyleClass().add("quiet");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> deed.run());
        return button;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case PAGE_UP -> model.step(-1);
            case PAGE_DOWN -> model.step(1);
            case F5 -> model.read();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void showQuestion() {
        var current = model.currentProperty().get();
        int many = model.questionsProperty().get().toAnswer().size();
        before.setVisible(many > 1);
        next.setVisible(many > 1);
        place.setText(many < 2 ? "" : words.text("questions.place", model.place() + 1, many));
        writing.setVisible(current != null);
        writing.setManaged(current != null);
        question.getChildren().setAll(current == null ? List.of(without()) : parts(current));
        scroll.setVvalue(0);
        boolean another = current != null && !current.id().equals(shown);
        shown = current == null ? null : current.id();
        if (another) {
            answer.setText(model.draft());
            answer.end();
            answer.requestFocus();
        } else if (current == null && answer.isFocused()) {
            close.requestFocus();
        }
    }

    private Node without() {
        var state = model.stateProperty().get();
        return line(words.named("questions.state", (state == State.KNOWN ? "nothing" : state.name())), "secondary");
    }

    private List<Node> parts(QuestionView current) {
        var parts = new ArrayList<Node>();
        String to = current.to() == null ? "questions.asks-supervisors" : "questions.asks";
        parts.add(line(words.text(to, current.askedBy(), words.ago(current.askedAt(), clock.instant())), "faint"));
        parts.add(line(current.question(), "question-words"));
        parts.add(item(current.item()));
        return parts;
    }

    private Node item(@Nullable TaskItem item) {
        if (item == null) {
            return line(words.text("questions.erased"), "faint");
        }
        var about = new VBox(6);
        about.getStyleClass().add("question-item");
        if (item.context() != null && item.context().parentText() != null) {
            about.getChildren().add(line(item.context().parentText(), "faint"));
        }
        about.getChildren().add(line(Objects.requireNonNullElse(item.text(), ""), "question-content"));
        if (!item.media().isEmpty()) {
            about.getChildren()
                    .add(line(words.text("questions.media", item.media().size()), "faint"));
        }
        about.getChildren().add(line(item.source() + "  ·  " + item.externalId(), "faint"));
        return about;
    }

    private void showOwn(List<QuestionView> asked) {
        own.getChildren().clear();
        if (!asked.isEmpty()) {
            own.getChildren().add(line(words.heading("questions.own"), "key-sheet-category"));
            asked.forEach(one -> own.getChildren().add(ownRow(one)));
        }
        ownScroll.setVisible(!asked.isEmpty());
        showQuestion();
    }

    private Node ownRow(QuestionView one) {
        String whom = one.to() == null ? words.text("questions.supervisors") : one.to();
        var row = new VBox(2, line(words.text("questions.you-asked", whom, one.question()), "secondary"));
        row.getChildren()
                .add(
                        one.answer() == null
                                ? line(words.text("questions.no-answer-yet"), "faint")
                                : line(
                                        words.text(
                                                "questions.answered",
                                                Objects.requireNonNullElse(one.answeredBy(), ""),
                                                one.answer()),
                                        "question-content"));
        return row;
    }

    private void showSending(Sending how) {
        send.setText(words.text(how == Sending.UNDER_WAY ? "questions.sending" : "questions.send"));
        boolean failed = how != Sending.IDLE && how != Sending.UNDER_WAY;
        fault.setVisible(failed);
        if (failed) {
            fault.setText(words.named("questions.fault", how.name()));
        }
    }

    private static Label line(String text, String style) {
        return AuthorText.paragraph(text, COLUMNS, style);
    }
}
