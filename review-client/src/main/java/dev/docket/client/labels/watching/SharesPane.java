package dev.docket.client.labels.watching;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Facts;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.FormFaults;
import dev.docket.client.labels.part.FormField;
import dev.docket.client.labels.part.State;
import dev.docket.dto.models.WatchSettings;
import dev.docket.dto.problem.FieldError;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The shares as they are, and changing them where they stand.
final class SharesPane extends VBox {
    private final Shares model;
    private final Figures figures;
    private final Facts facts = new Facts();
    private final Label away = Boxes.wrapped("secondary");
    private final KeyButton edit;
    private final VBox reading;
    private final TextField hiddenScores = new TextField();
    private final TextField explored = new TextField();
    private final FormFaults faults;
    private final VBox writing;
    private boolean showing;

    SharesPane(Shares model, Figures figures, Shortcuts shortcuts) {
        super(8);
        this.model = model;
        this.figures = figures;
        getStyleClass().addAll("labels-form", "shares");
        edit = new KeyButton(figures.text("labels.shares.edit"), shortcuts.display(Shortcut.SHARES));
        edit.setOnAction(event -> edit());
        Boxes.folding(away);
        reading = Boxes.folding(new VBox(10, facts, away, new HBox(edit)));
        faults = new FormFaults(figures);
        var save = new KeyButton(figures.text("labels.shares.save"), shortcuts.display(Shortcut.SUBMIT));
        save.getStyleClass().add("primary");
        save.setOnAction(event -> model.save());
        var close = new KeyButton(figures.text("labels.aside"), shortcuts.display(Shortcut.HIDE));
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> model.putAside());
        var shares = Boxes.halves(
                40,
                field("hidden", SharesForm.HIDDEN_SCORES, hiddenScores),
                field("explored", SharesForm.EXPLORED, explored));
        writing = Boxes.folding(new VBox(16, shares, faults.other(), new HBox(8, save, close)));
        getChildren()
                .setAll(Boxes.titled(
                        figures.text("labels.shares"), figures.text("labels.shares.about"), reading, writing));
        model.settings().valueProperty().subscribe(this::show);
        model.settings().stateProperty().subscribe(this::show);
        model.formProperty().subscribe(this::show);
        model.wrongProperty().subscribe(wrong -> showErrors(List.of()));
        model.busyProperty().subscribe(busy -> writing.setDisable(busy));
        model.editingProperty().subscribe(editing -> {
            reading.setVisible(!editing);
            writing.setVisible(editing);
            showErrors(List.of());
        });
    }

    private FormField field(String key, String pointer, TextField input) {
        input.textProperty().subscribe(text -> type());
        return faults.add(new FormField(
                figures.text("labels.shares." + key + ".percent"),
                figures.text("labels.shares." + key + ".hint"),
                pointer,
                input));
    }

    /// Begins to change them, with the keyboard in the first field.
    void edit() {
        var now = model.settings().get();
        if (now != null) {
            model.edit(new SharesForm(
                    figures.typedPercent(now.hiddenScoresShare()), figures.typedPercent(now.exploredShare())));
        }
        if (model.editingProperty().get()) {
            hiddenScores.requestFocus();
            hiddenScores.selectAll();
        }
    }

    /// Where the keyboard goes on this part of the page.
    Node first() {
        return model.editingProperty().get() ? hiddenScores : edit;
    }

    private void show(@Nullable WatchSettings now) {
        facts.clear();
        edit.setDisable(!model.maySet() || now == null);
        if (now != null) {
            facts.add(figures.text("labels.shares.hidden"), said(now.hiddenScoresShare()));
            facts.add(figures.text("labels.shares.explored"), said(now.exploredShare()));
        }
    }

    private String said(double share) {
        return share == 0 ? figures.text("labels.shares.off") : figures.percent(share);
    }

    private void show(State state) {
        away.setVisible(state != State.READY);
        away.setText(figures.text(state == State.LOADING ? "labels.state.loading" : "labels.shares.away"));
    }

    private void show(SharesForm form) {
        if (!form.equals(typed())) {
            showing = true;
            hiddenScores.setText(form.hiddenScores());
            explored.setText(form.explored());
            showing = false;
        }
    }

    private SharesForm typed() {
        return new SharesForm(hiddenScores.getText(), explored.getText());
    }

    private void type() {
        if (!showing) {
            model.type(typed());
        }
    }

    /// The floor counts in shares and says so; here percents are typed.
    void showErrors(List<FieldError> errors) {
        var said = errors.stream()
                .map(error -> new FieldError(error.pointer(), figures.text("labels.shares.range")))
                .toList();
        faults.show(said, model.wrongProperty().get());
    }
}
