package dev.docket.client.labels.sets;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.OpenDialog;
import dev.docket.client.common.portion.Import;
import dev.docket.client.common.portion.Import.Progress;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Facts;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.FormField;
import dev.docket.client.labels.part.JobBar;
import dev.docket.dto.filter.ImportProgress.Fault;
import dev.docket.dto.labels.CreateLabelImport;
import dev.docket.dto.labels.LabelImportView;
import dev.docket.dto.problem.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Labels from elsewhere: those that are here, and bringing more of them from a file.
final class ImportPane extends HBox {
    private static final int SHOWN_FAULTS = 30;
    private static final double LIST_HEIGHT = 190;

    private final Importing model;
    private final Figures figures;
    private final OpenDialog files;
    private final ListView<LabelImportView> list = new ListView<>();
    private final Facts facts = new Facts();
    private final KeyButton more;
    private final KeyButton withdraw;
    private final TextField name = new TextField();
    private final TextField licence = new TextField();
    private final TextField weight = new TextField();
    private final CheckBox evaluation = new CheckBox();
    private final List<FormField> fields;
    private final JobBar bar;
    private final Label ended = Boxes.wrapped("strong");
    private final VBox faults = new VBox(4);
    private boolean showing;

    ImportPane(Sets sets, Figures figures, Shortcuts shortcuts, OpenDialog files) {
        this.figures = figures;
        this.files = files;
        model = sets.importing();
        list.getStyleClass().add("rows");
        list.setCellFactory(view -> new ImportCell(figures));
        list.setPrefHeight(LIST_HEIGHT);
        list.setMinHeight(LIST_HEIGHT);
        list.setPlaceholder(placeholder());
        list.setAccessibleText(figures.text("labels.imports"));
        list.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!showing && one != null) {
                model.select(one);
            }
        });
        more = new KeyButton(figures.text("labels.import.more"), shortcuts.display(Shortcut.MORE_ROWS));
        more.setOnAction(event -> fill());
        withdraw = new KeyButton(figures.text("labels.import.withdraw"), shortcuts.display(Shortcut.WITHDRAW_LABELS));
        withdraw.getStyleClass().add("danger");
        withdraw.setOnAction(event -> model.withdraw());
        bar = new JobBar(
                figures, shortcuts.display(Shortcut.HIDE), () -> model.filling().stop());
        Boxes.folding(ended);
        weight.setText(figures.shortFigure(0.5));
        evaluation.setText(figures.text("labels.import.evaluation"));
        evaluation.setWrapText(true);
        fields = List.of(
                field("name", "/name", name),
                field("licence", "/licence", licence),
                field("weight", "/weight", weight));
        var bring = new KeyButton(figures.text("labels.import.bring"), shortcuts.display(Shortcut.SUBMIT));
        bring.getStyleClass().add("primary");
        bring.setOnAction(event -> bring());
        var close = new KeyButton(figures.text("labels.aside"), shortcuts.display(Shortcut.HIDE));
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> sets.putAside());
        var about = Boxes.wrapped("secondary");
        about.setText(figures.text("labels.import.about"));
        var form = new VBox(16, Boxes.heading(figures.text("labels.import.title")), about);
        form.getChildren().addAll(fields);
        form.getChildren().addAll(evaluation, new HBox(8, bring, close), bar, ended, faults);
        form.getStyleClass().addAll("part-page", "labels-form");
        var here = new VBox(
                14, Boxes.heading(figures.text("labels.imports")), list, facts, new FlowPane(8, 8, more, withdraw));
        here.getStyleClass().add("part-page");
        var scroll = Boxes.scrolled(form);
        for (var side : List.of(here, scroll)) {
            HBox.setHgrow(side, Priority.ALWAYS);
            side.setPrefWidth(0);
            side.setMinWidth(0);
        }
        here.getStyleClass().add("hairline-left");
        getChildren().setAll(scroll, here);
        model.all().valueProperty().subscribe(this::showAll);
        model.selectedProperty().subscribe(this::showOne);
        model.busyProperty().subscribe(busy -> form.setDisable(busy));
        model.filling().progressProperty().subscribe(this::showProgress);
    }

    private Label placeholder() {
        var none = new Label(figures.text("labels.imports.none"));
        none.getStyleClass().add("faint");
        none.setWrapText(true);
        return none;
    }

    private FormField field(String key, String pointer, Node input) {
        return new FormField(
                figures.text("labels.import." + key), figures.text("labels.import." + key + ".hint"), pointer, input);
    }

    Node first() {
        return name;
    }

    Node second() {
        return list;
    }

    /// Asks for a file, announces what is in it, and brings it.
    void bring() {
        Double worth = weightOf(weight.getText());
        if (worth == null) {
            showErrors(List.of(new FieldError("/weight", figures.text("labels.build.no-number"))));
            return;
        }
        showErrors(List.of());
        var file = files.choose(getScene() == null ? null : getScene().getWindow());
        if (file != null) {
            model.bring(
                    new CreateLabelImport(
                            name.getText().strip(), licence.getText().strip(), worth, evaluation.isSelected()),
                    file);
        }
    }

    private static @Nullable Double weightOf(String text) {
        String number = text.strip().replace(',', '.');
        return number.matches("\\d{1,3}(\\.\\d{1,9})?") ? Double.valueOf(number) : null;
    }

    /// Asks for a file with more rows of the import at hand.
    void fill() {
        var one = model.selectedProperty().get();
        if (one != null && one.withdrawnAt() == null) {
            var file = files.choose(getScene() == null ? null : getScene().getWindow());
            if (file != null) {
                model.fill(file);
            }
        }
    }

    void showErrors(List<FieldError> errors) {
        fields.forEach(field -> field.show(errors));
    }

    private void showAll(@Nullable List<LabelImportView> all) {
        showing = true;
        list.getItems().setAll(all == null ? List.of() : all);
        choose(model.selectedProperty().get());
        showing = false;
    }

    private void choose(@Nullable LabelImportView one) {
        list.getItems().stream()
                .filter(each -> one != null && each.id().equals(one.id()))
                .findFirst()
                .ifPresent(each -> list.getSelectionModel().select(each));
    }

    private void showOne(@Nullable LabelImportView one) {
        facts.clear();
        boolean open = one != null && one.withdrawnAt() == null;
        more.setDisable(!open);
        withdraw.setDisable(!open);
        if (one == null) {
            return;
        }
        showing = true;
        choose(one);
        showing = false;
        facts.add(figures.text("labels.fact.rows"), figures.count(one.rows()));
        facts.add(figures.text("labels.import.licence"), one.licence());
        facts.add(figures.text("labels.import.weight"), figures.shortFigure(one.weight()));
        facts.add(
                figures.text("labels.import.use"),
                figures.text(one.evaluation() ? "labels.import.use.evaluation" : "labels.import.use.training"));
        facts.add(
                figures.text("labels.balance.labels"),
                one.labels().entrySet().stream()
                        .sorted(Entry.comparingByKey())
                        .map(entry -> figures.text(
                                "labels.import.balance",
                                figures.words().label(entry.getKey()),
                                figures.count(entry.getValue().positives()),
                                figures.count(entry.getValue().positives()
                                        + entry.getValue().negatives())))
                        .collect(Collectors.joining("\n")));
        if (one.withdrawnAt() != null) {
            facts.add(figures.text("labels.import.withdrawn"), figures.words().dateTime(one.withdrawnAt()));
        }
    }

    private void showProgress(@Nullable Progress now) {
        boolean running = now != null && now.state() == Import.State.RUNNING;
        bar.setVisible(running);
        ended.setVisible(now != null && !running);
        faults.getChildren().clear();
        if (now == null) {
            return;
        }
        String said = figures.text(
                "labels.import." + now.state().name().toLowerCase(Locale.ROOT),
                now.name(),
                now.added(),
                now.known(),
                now.faulty());
        if (running) {
            bar.show(now.name(), now.share(), said);
        } else {
            ended.setText(said);
        }
        now.faults().stream()
                .limit(SHOWN_FAULTS)
                .map(fault -> fault(now.list(), fault))
                .forEach(faults.getChildren()::add);
    }

    private Label fault(boolean list, Fault fault) {
        var line = Boxes.wrapped("fault");
        line.setText(figures.text(
                list ? "labels.import.fault-entry" : "labels.import.fault",
                figures.count(fault.line()),
                fault.detail()));
        return line;
    }
}
