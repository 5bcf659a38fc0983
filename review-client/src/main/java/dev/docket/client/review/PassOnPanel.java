package dev.docket.client.review;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.finding.PolicyGrid;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.queue.QueueView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A small floating card for an item that somebody else shall have or say something about: one digit or one name, and
/// it is done.
final class PassOnPanel extends VBox {
    /// The floor keeps a task for eight hours at most; a clock that is ahead must not be refused.
    private static final List<Duration> HOLDS = List.of(
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(6));

    private final ItemWords words;
    private final ColleagueList colleagues;
    private final TextField comment = new TextField();
    private final TextField question = new TextField();
    private final KeyButton ask;
    private final Label fault = new Label();
    private List<Runnable> choices = List.of();
    private @Nullable PersonPicker person;

    PassOnPanel(ItemWords words, ColleagueList colleagues) {
        this.words = words;
        this.colleagues = colleagues;
        getStyleClass().addAll("pass-on", "floating");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        comment.setAccessibleText(words.text("review.pass-on.comment"));
        comment.setPromptText(words.text("review.pass-on.comment"));
        question.setId("question");
        question.setAccessibleText(words.text("review.ask.question"));
        question.setPromptText(words.text("review.ask.question"));
        ask = new KeyButton(words.text("review.ask.send"), "Enter");
        ask.setMinWidth(USE_PREF_SIZE);
        ask.disableProperty().bind(question.textProperty().isEmpty());
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.visibleProperty());
        setVisible(false);
    }

    void askSkip(BiConsumer<SkipReason, @Nullable String> skip) {
        close();
        var rows = new ArrayList<Node>();
        var deeds = new ArrayList<Runnable>();
        for (var reason : SkipReason.values()) {
            Runnable deed = () -> skip.accept(reason, said());
            deeds.add(deed);
            rows.add(row(words.named("review.skip", reason.name()), deeds.size(), deed));
        }
        choose("review.skip.title", "review.skip.hint", rows, deeds);
    }

    /// @param blind whether nobody may be named
    void askEscalate(
            boolean blind,
            List<QueueView> queues,
            BiConsumer<String, @Nullable String> toQueue,
            BiConsumer<String, @Nullable String> toPerson) {
        close();
        var rows = new ArrayList<Node>();
        var deeds = new ArrayList<Runnable>();
        for (var queue : queues.stream().limit(PolicyGrid.DIGITS.size()).toList()) {
            Runnable deed = () -> toQueue.accept(queue.key(), said());
            deeds.add(deed);
            rows.add(row(words.text("review.escalate.queue", queue.title()), deeds.size(), deed));
        }
        rows.add(blind ? faint("review.colleagues.blind") : handOver(toPerson));
        choose("review.escalate.title", "review.escalate.hint", rows, deeds);
    }

    private Node handOver(BiConsumer<String, @Nullable String> toPerson) {
        var picker = new PersonPicker(words, colleagues, null);
        Runnable send = () -> picker.chosen().ifPresent(username -> toPerson.accept(username, said()));
        picker.onTaken(username -> send.run());
        picker.getStyleClass().add("person-row");
        person = picker;
        return picker;
    }

    /// @param hold takes for how long, and why
    void askHold(Instant now, BiConsumer<Duration, @Nullable String> hold) {
        close();
        var rows = new ArrayList<Node>();
        var deeds = new ArrayList<Runnable>();
        for (var length : HOLDS) {
            Runnable deed = () -> {
                String why = said();
                close();
                hold.accept(length, why);
            };
            deeds.add(deed);
            rows.add(row(lengthUntil(length, now), deeds.size(), deed));
        }
        choose("review.hold.title", "review.hold.hint", rows, deeds);
    }

    private String lengthUntil(Duration length, Instant now) {
        String until = words.time(now.plus(length));
        return length.toHours() == 0
                ? words.text("review.hold.minutes", length.toMinutes(), until)
                : words.text("review.hold.hours", length.toHours(), until);
    }

    /// @param blind whether only the supervisors may be asked
    /// @param send takes whom, null for the supervisors, and what
    void askColleague(boolean blind, BiConsumer<@Nullable String, String> send) {
        close();
        question.clear();
        var picker = blind ? null : new PersonPicker(words, colleagues, words.text("review.ask.supervisors"));
        Runnable deed =
                () -> send.accept(picker == null ? null : picker.chosen().orElse(null), question.getText());
        question.setOnAction(event -> deed.run());
        ask.setOnAction(event -> deed.run());
        HBox.setHgrow(question, Priority.ALWAYS);
        var line = new HBox(8, question, ask);
        line.setAlignment(Pos.CENTER_LEFT);
        if (picker != null) {
            picker.onTaken(username -> question.requestFocus());
            getChildren().add(picker);
        }
        person = picker;
        getChildren().addAll(line, fault, faint(blind ? "review.ask.hint-blind" : "review.ask.hint"));
        getChildren().addFirst(title("review.ask.title"));
        setVisible(true);
        (picker == null ? question : picker.name()).requestFocus();
    }

    /// How the question fares that was sent from here.
    ///
    /// @param slug of what the floor said, when it refused
    void showAsking(Asking.State state, @Nullable String slug) {
        ask.setText(words.text(state == Asking.State.SENDING ? "review.ask.sending" : "review.ask.send"));
        fault.setVisible(state == Asking.State.OFFLINE || state == Asking.State.REFUSED);
        if (state == Asking.State.OFFLINE) {
            fault.setText(words.text("review.ask.offline"));
        } else if (state == Asking.State.REFUSED) {
            String why = slug != null && words.knows("review.problem", slug)
                    ? " " + words.named("review.problem", slug)
                    : "";
            fault.setText(words.text("review.ask.refused") + why);
        }
    }

    private @Nullable String said() {
        String text = comment.getText().strip();
        return text.isEmpty() ? null : text;
    }

    /// Offers one of several, each by its digit, with a comment.
    private void choose(String title, String hint, List<Node> rows, List<Runnable> deeds) {
        choices = deeds;
        comment.clear();
        var list = new VBox(2);
        list.getChildren().addAll(rows);
        var note = new HBox(8, new KeyCap("N"), comment);
        HBox.setHgrow(comment, Priority.ALWAYS);
        note.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title(title), list, note, faint(hint));
        setVisible(true);
        (deeds.isEmpty() && person != null ? person.name() : list.getChildren().getFirst()).requestFocus();
    }

    private Label title(String key) {
        var title = new Label(words.text(key));
        title.getStyleClass().add("strong");
        return title;
    }

    private Label faint(String key) {
        var faint = new Label(words.text(key));
        faint.getStyleClass().add("faint");
        faint.setWrapText(true);
        return faint;
    }

    private static Button row(String text, int digit, Runnable deed) {
        var row = new Button(text);
        row.setGraphic(new KeyCap(Integer.toString(digit)));
        row.getStyleClass().setAll("pass-on-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMnemonicParsing(false);
        row.setAccessibleText(text + ", " + digit);
        row.setOnAction(event -> deed.run());
        return row;
    }

    void close() {
        setVisible(false);
        choices = List.of();
        if (person != null) {
            person.close();
            person = null;
        }
        getChildren().clear();
    }

    boolean isOpen() {
        return isVisible();
    }

    void choose(int digit) {
        if (digit >= 1 && digit <= choices.size()) {
            choices.get(digit - 1).run();
        }
    }

    void focusComment() {
        comment.requestFocus();
    }
}
