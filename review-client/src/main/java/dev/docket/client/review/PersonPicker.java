package dev.docket.client.review;

import dev.docket.client.common.item.ItemWords;
import dev.docket.client.review.ColleagueList.Answer;
import dev.docket.dto.queue.Colleague;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Finds a colleague as the name is typed: up and down choose among those found, Enter takes the chosen one.
final class PersonPicker extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int SHOWN = 5;

    private final ItemWords words;
    private final TextField name = new TextField();
    private final VBox list = new VBox();
    private final Label said = new Label();
    private final @Nullable String orElse;
    private List<Colleague> found = List.of();
    private int at;
    private Consumer<@Nullable String> taken = username -> {};
    private final Subscription watching;

    /// @param orElse a first choice that is nobody in particular; null without one
    PersonPicker(ItemWords words, ColleagueList colleagues, @Nullable String orElse) {
        super(6);
        this.words = words;
        this.orElse = orElse;
        name.setId("colleague");
        name.setPromptText(words.text("review.colleagues.name"));
        name.setAccessibleText(words.text("review.colleagues.name"));
        name.textProperty().subscribe(colleagues::look);
        name.setOnAction(event -> take());
        name.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        said.getStyleClass().add("faint");
        said.setWrapText(true);
        said.managedProperty().bind(said.visibleProperty());
        list.getStyleClass().add("person-list");
        getChildren().setAll(name, list, said);
        watching = colleagues.answerProperty().subscribe(this::show);
    }

    /// Stops following what is found.
    void close() {
        watching.unsubscribe();
    }

    TextField name() {
        return name;
    }

    /// @param deed takes the sign-in name, or null for nobody in particular
    void onTaken(Consumer<@Nullable String> deed) {
        taken = deed;
    }

    /// Whether somebody is chosen.
    boolean hasChosen() {
        return at < choices();
    }

    /// The sign-in name of the chosen one; empty for nobody in particular.
    Optional<String> chosen() {
        int index = at - (orElse == null ? 0 : 1);
        return index < 0 || index >= found.size()
                ? Optional.empty()
                : Optional.of(found.get(index).username());
    }

    private int choices() {
        return found.size() + (orElse == null ? 0 : 1);
    }

    private void take() {
        if (hasChosen()) {
            taken.accept(chosen().orElse(null));
        }
    }

    private void pressed(KeyEvent event) {
        int step = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            default -> 0;
        };
        if (step != 0 && choices() > 0) {
            at = Math.floorMod(at + step, choices());
            mark();
            event.consume();
        }
    }

    private void show(Answer answer) {
        found = answer.found().stream().limit(SHOWN).toList();
        boolean sought = !name.getText().isBlank();
        at = orElse != null && sought && !found.isEmpty() ? 1 : 0;
        list.getChildren().clear();
        if (orElse != null) {
            list.getChildren().add(row(orElse, null));
        }
        found.forEach(one -> list.getChildren()
                .add(row(words.text("review.colleagues.person", one.displayName(), one.username()), one.username())));
        mark();
        String key = switch (answer.state()) {
            case LOADING -> "review.colleagues.loading";
            case KNOWN -> found.isEmpty() ? "review.colleagues.none" : "";
            case OFFLINE -> "review.colleagues.offline";
            case ERROR -> "review.colleagues.error";
        };
        said.setVisible(!key.isEmpty());
        said.setText(key.isEmpty() ? "" : words.text(key));
    }

    private Label row(String text, @Nullable String username) {
        var row = new Label(text);
        row.getStyleClass().add("person");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setOnMouseClicked(event -> {
            at = list.getChildren().indexOf(row);
            mark();
            taken.accept(username);
        });
        return row;
    }

    private void mark() {
        for (int index = 0; index < list.getChildren().size(); index++) {
            list.getChildren().get(index).pseudoClassStateChanged(CHOSEN, index == at);
        }
    }
}
