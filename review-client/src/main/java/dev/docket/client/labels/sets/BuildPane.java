package dev.docket.client.labels.sets;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.FormFaults;
import dev.docket.client.labels.part.FormField;
import dev.docket.client.labels.part.Place;
import dev.docket.dto.labels.LabelImportView;
import dev.docket.dto.labels.LabelSetPreview;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import dev.docket.dto.problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The form of a new label set, and beside it what it would draw from as it is typed.
final class BuildPane extends HBox {
    private static final List<String> SPLITS = List.of("train", "validation", "test");
    private static final List<String> KINDS =
            List.of("FIRST", "SECOND", "ADJUDICATION", "APPEAL", "REVERSAL", "WAVE", "IMPORTED");
    private static final int MOST_SETS = 6;

    private final Sets model;
    private final Builder builder;
    private final Figures figures;
    private final TextField name = new TextField();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final TextField policies = new TextField();
    private final TextField languages = new TextField();
    private final TextField sources = new TextField();
    private final TextField agreement = new TextField();
    private final List<TextField> shares =
            SPLITS.stream().map(split -> new TextField()).toList();
    private final RadioButton byGroup = new RadioButton();
    private final RadioButton byTime = new RadioButton();
    private final CheckBox author = new CheckBox();
    private final CheckBox nearDuplicate = new CheckBox();
    private final TextField balance = new TextField();
    private final TextField seed = new TextField();
    private final Map<String, CheckBox> kinds = new LinkedHashMap<>();
    private final Map<String, CheckBox> heldOut = new LinkedHashMap<>();
    private final Map<String, CheckBox> imports = new LinkedHashMap<>();
    private final FlowPane heldOutBoxes = new FlowPane(16, 6);
    private final FlowPane importBoxes = new FlowPane(16, 6);
    private final FormFaults faults;
    private final Label total = new Label();
    private final Balance preview;
    private boolean showing;

    BuildPane(Sets model, Figures figures, Shortcuts shortcuts) {
        this.model = model;
        this.figures = figures;
        builder = model.builder();
        faults = new FormFaults(figures);
        preview = new Balance(figures);
        getStyleClass().add("build-pane");
        var form = form(shortcuts);
        var scroll = Boxes.scrolled(form);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        scroll.setPrefWidth(0);
        var side = side(shortcuts);
        HBox.setHgrow(side, Priority.ALWAYS);
        side.setPrefWidth(0);
        side.getStyleClass().add("hairline-left");
        getChildren().setAll(scroll, side);
        builder.formProperty().subscribe(this::show);
        builder.wrongProperty().subscribe(wrong -> showErrors(List.of()));
        builder.busyProperty().subscribe(busy -> form.setDisable(busy));
        builder.preview().valueProperty().subscribe(this::showPreview);
        model.all().valueProperty().subscribe(page -> showSets(page == null ? List.of() : page.items()));
        model.importing().all().valueProperty().subscribe(all -> showImports(all == null ? List.of() : all));
    }

    private VBox form(Shortcuts shortcuts) {
        var title = new Label(figures.text("labels.build.title"));
        title.getStyleClass().add("title");
        KINDS.forEach(kind -> kinds.put(kind, box(figures.words().named("labels.source", kind))));
        var kindBoxes = new FlowPane(16, 6);
        kindBoxes.getChildren().setAll(kinds.values());
        var group = new ToggleGroup();
        byGroup.setText(figures.text("labels.build.by-group"));
        byTime.setText(figures.text("labels.build.by-time"));
        byGroup.setToggleGroup(group);
        byTime.setToggleGroup(group);
        group.selectedToggleProperty().subscribe(toggle -> type());
        author.setText(figures.text("labels.build.group.author"));
        nearDuplicate.setText(figures.text("labels.build.group.near-duplicate"));
        for (var box : List.of(author, nearDuplicate)) {
            box.selectedProperty().subscribe(chosen -> type());
        }
        for (var input : inputs()) {
            input.textProperty().subscribe(text -> type());
        }
        for (var day : List.of(from, to)) {
            day.setMaxWidth(Double.MAX_VALUE);
            day.valueProperty().subscribe(chosen -> type());
        }
        var build = new KeyButton(figures.text("labels.build"), shortcuts.display(Shortcut.SUBMIT));
        build.getStyleClass().add("primary");
        build.setOnAction(event -> builder.build());
        var close = new KeyButton(figures.text("labels.aside"), shortcuts.display(Shortcut.HIDE));
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> model.putAside());
        var form = new VBox(
                16,
                title,
                field("name", "/name", name),
                row(field("from", "/from", from), field("to", "/to", to)),
                row(field("policies", "/policies", policies), field("languages", "/languages", languages)),
                row(field("sources", "/sources", sources), field("agreement", "/minAgreement", agreement)),
                field("kinds", "/labelSources", kindBoxes),
                splits(),
                row(
                        field("split-by", "/splitBy", new VBox(6, byGroup, byTime)),
                        field("group-by", "/groupBy", new VBox(6, author, nearDuplicate))),
                row(field("balance", "/negativesPerPositive", balance), field("seed", "/seed", seed)),
                field("hold-out", "/holdOut", heldOutBoxes),
                field("imports", "/imports", importBoxes),
                faults.other(),
                new HBox(8, build, close));
        form.getStyleClass().addAll("part-page", "labels-form");
        return form;
    }

    private Node splits() {
        var parts = new HBox(12);
        for (int at = 0; at < SPLITS.size(); at++) {
            var input = shares.get(at);
            input.setPrefColumnCount(4);
            var label = new Label(figures.text("labels.split." + SPLITS.get(at)));
            label.setLabelFor(input);
            label.getStyleClass().add("secondary");
            var part = new VBox(4, label, input);
            HBox.setHgrow(part, Priority.ALWAYS);
            parts.getChildren().add(part);
        }
        return field("splits", "/splits", parts);
    }

    private List<TextField> inputs() {
        var all = new ArrayList<>(List.of(name, policies, languages, sources, agreement, balance, seed));
        all.addAll(shares);
        return all;
    }

    private VBox side(Shortcuts shortcuts) {
        total.getStyleClass().add("title");
        var drawn = new VBox(20, new VBox(4, Boxes.heading(figures.text("labels.preview")), total, about()), preview);
        drawn.getStyleClass().add("part-page");
        var place = new Place(Boxes.scrolled(drawn), "labels.preview.empty", figures.words(), shortcuts, builder::look);
        builder.preview().stateProperty().subscribe(place::show);
        VBox.setVgrow(place, Priority.ALWAYS);
        return new VBox(new StackPane(place));
    }

    private Label about() {
        var about = Boxes.wrapped("secondary");
        about.setText(figures.text("labels.preview.about"));
        return about;
    }

    private CheckBox box(String text) {
        var box = new CheckBox(text);
        box.setMnemonicParsing(false);
        box.selectedProperty().subscribe(chosen -> type());
        return box;
    }

    private static Node row(FormField left, FormField right) {
        return Boxes.halves(16, left, right);
    }

    private FormField field(String key, String pointer, Node input) {
        String hint = "labels.build." + key + ".hint";
        return faults.add(new FormField(
                figures.text("labels.build." + key),
                figures.words().knows("labels.build." + key, "hint") ? figures.text(hint) : "",
                pointer,
                input));
    }

    Node first() {
        return name;
    }

    // Showing

    private void show(SetForm form) {
        if (form.equals(typed())) {
            return;
        }
        showing = true;
        name.setText(form.name());
        from.setValue(form.from());
        to.setValue(form.to());
        policies.setText(form.policies());
        languages.setText(form.languages());
        sources.setText(form.sources());
        agreement.setText(form.minAgreement());
        for (int at = 0; at < SPLITS.size(); at++) {
            shares.get(at).setText(form.shares().get(at));
        }
        byGroup.setSelected(form.splitBy().equals("GROUP"));
        byTime.setSelected(form.splitBy().equals("TIME"));
        author.setSelected(form.groupBy().contains("author"));
        nearDuplicate.setSelected(form.groupBy().contains("nearDuplicate"));
        balance.setText(form.negativesPerPositive());
        seed.setText(form.seed());
        choose(kinds, form.labelSources());
        choose(heldOut, form.holdOut());
        choose(imports, form.imports());
        showing = false;
    }

    private static void choose(Map<String, CheckBox> boxes, Set<String> chosen) {
        boxes.forEach((key, box) -> box.setSelected(chosen.contains(key)));
    }

    private SetForm typed() {
        var groups = new LinkedHashSet<String>();
        if (author.isSelected()) {
            groups.add("author");
        }
        if (nearDuplicate.isSelected()) {
            groups.add("nearDuplicate");
        }
        return new SetForm(
                name.getText(),
                from.getValue(),
                to.getValue(),
                policies.getText(),
                languages.getText(),
                sources.getText(),
                chosen(kinds),
                agreement.getText(),
                shares.stream().map(TextField::getText).toList(),
                byTime.isSelected() ? "TIME" : "GROUP",
                groups,
                balance.getText(),
                seed.getText(),
                chosen(heldOut),
                chosen(imports));
    }

    private static Set<String> chosen(Map<String, CheckBox> boxes) {
        var chosen = new LinkedHashSet<String>();
        boxes.forEach((key, box) -> {
            if (box.isSelected()) {
                chosen.add(key);
            }
        });
        return chosen;
    }

    private void type() {
        if (!showing) {
            builder.type(typed());
        }
    }

    /// Shows what the floor found wrong, or with an empty list what is no number.
    void showErrors(List<FieldError> errors) {
        faults.show(errors, builder.wrongProperty().get());
    }

    private void showPreview(@Nullable LabelSetPreview drawn) {
        if (drawn != null) {
            total.setText(figures.text("labels.preview.rows", drawn.figures().rows()));
            preview.show(drawn.figures());
        }
    }

    private void showSets(List<LabelSetView> all) {
        fill(
                heldOut,
                heldOutBoxes,
                all.stream()
                        .filter(set -> set.state() == LabelSetState.READY)
                        .limit(MOST_SETS)
                        .map(set -> Map.entry(set.version(), set.name()))
                        .toList());
    }

    private void showImports(List<LabelImportView> all) {
        fill(
                imports,
                importBoxes,
                all.stream()
                        .filter(one -> one.withdrawnAt() == null)
                        .map(one -> Map.entry(one.id(), one.name()))
                        .toList());
    }

    private void fill(Map<String, CheckBox> boxes, FlowPane pane, List<Map.Entry<String, String>> named) {
        var before = chosen(boxes);
        showing = true;
        boxes.clear();
        named.forEach(one -> boxes.put(one.getKey(), box(one.getValue())));
        choose(boxes, before);
        pane.getChildren().setAll(boxes.values());
        if (boxes.isEmpty()) {
            var none = new Label(figures.text("labels.build.none"));
            none.getStyleClass().add("faint");
            pane.getChildren().setAll(none);
        }
        showing = false;
    }
}
