package dev.docket.client.labels.training;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Choice;
import dev.docket.client.labels.part.Choice.One;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.FormFaults;
import dev.docket.client.labels.part.FormField;
import dev.docket.dto.labels.GateState;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import dev.docket.dto.models.ModelView;
import dev.docket.dto.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The form of a training.
final class TrainPane extends VBox {
    private final Trainings model;
    private final Figures figures;
    private final TextField name = new TextField();
    private final Choice labelSet = new Choice(chosen -> type());
    private final Choice base = new Choice(chosen -> type());
    private final TextField seed = new TextField();
    private final TextField replay = new TextField();
    private final TextField labels = new TextField();
    private final TextField reason = new TextField();
    private final FormFaults faults;
    private final FormField passing;
    private List<LabelSetView> sets = List.of();
    private boolean showing;

    TrainPane(Trainings model, Figures figures, Shortcuts shortcuts) {
        super(16);
        this.model = model;
        this.figures = figures;
        faults = new FormFaults(figures);
        getStyleClass().addAll("part-page", "labels-form", "train-form");
        var title = new Label(figures.text("labels.train.title"));
        title.getStyleClass().add("title");
        var about = Boxes.wrapped("secondary");
        about.setText(figures.text("labels.train.about"));
        for (var input : List.of(name, seed, replay, labels, reason)) {
            input.textProperty().subscribe(text -> type());
        }
        var train = new KeyButton(figures.text("labels.train"), shortcuts.display(Shortcut.SUBMIT));
        train.getStyleClass().add("primary");
        train.setOnAction(event -> model.train());
        var close = new KeyButton(figures.text("labels.aside"), shortcuts.display(Shortcut.HIDE));
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> model.putAside());
        passing = Boxes.folding(field("reason", "/reason", reason));
        getChildren()
                .setAll(
                        title,
                        about,
                        field("name", "/name", name),
                        field("set", "/labelSet", labelSet),
                        passing,
                        field("base", "/base", base),
                        Boxes.halves(16, field("seed", "/seed", seed), field("replay", "/replayShare", replay)),
                        field("labels", "/labels", labels),
                        faults.other(),
                        new HBox(8, train, close));
        offerBases(List.of());
        model.formProperty().subscribe(this::show);
        model.wrongProperty().subscribe(wrong -> showErrors(List.of()));
        model.busyProperty().subscribe(busy -> setDisable(busy));
        model.registry().all().valueProperty().subscribe(all -> offerBases(all == null ? List.of() : all));
    }

    private FormField field(String key, String pointer, Node input) {
        return faults.add(new FormField(
                figures.text("labels.train." + key), figures.text("labels.train." + key + ".hint"), pointer, input));
    }

    Node first() {
        return name;
    }

    void offerSets(List<LabelSetView> all) {
        sets = all.stream().filter(set -> set.state() == LabelSetState.READY).toList();
        labelSet.offer(sets.stream()
                .map(set -> new One(
                        set.version(),
                        figures.text("labels.train.set.one", set.name(), figures.count(set.rows()), gates(set))))
                .toList());
        labelSet.choose(model.formProperty().get().labelSet());
        showPassing();
    }

    private String gates(LabelSetView set) {
        return set.gates() == null
                ? ""
                : figures.words().named("labels.set.gates", set.gates().name());
    }

    private void offerBases(List<ModelView> all) {
        var offered = new ArrayList<One>();
        offered.add(new One(null, figures.text("labels.train.base.champion")));
        all.stream()
                .filter(model -> model.kind().equals("heads"))
                .map(model -> new One(model.version(), model.name() + "  ·  " + model.version()))
                .forEach(offered::add);
        base.offer(offered);
        base.choose(model.formProperty().get().base());
    }

    private void show(TrainForm form) {
        if (!form.equals(typed())) {
            showing = true;
            name.setText(form.name());
            labelSet.choose(form.labelSet());
            base.choose(form.base());
            seed.setText(form.seed());
            replay.setText(form.replayShare());
            labels.setText(form.labels());
            reason.setText(form.reason());
            showing = false;
        }
        showPassing();
    }

    /// Only a set whose gates failed asks for a reason.
    private void showPassing() {
        var chosen = model.formProperty().get().labelSet();
        passing.setVisible(
                sets.stream().anyMatch(set -> set.version().equals(chosen) && set.gates() == GateState.FAILED));
    }

    private TrainForm typed() {
        return new TrainForm(
                labelSet.getValue() == null ? null : labelSet.getValue().key(),
                base.getValue() == null ? null : base.getValue().key(),
                name.getText(),
                seed.getText(),
                replay.getText(),
                labels.getText(),
                reason.getText());
    }

    private void type() {
        if (!showing) {
            model.type(typed());
        }
    }

    void showErrors(List<FieldError> errors) {
        faults.show(errors, model.wrongProperty().get());
    }
}
