package dev.docket.client.labels.evaluation;

import dev.docket.client.common.chart.Legend;
import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.models.ModelHead;
import dev.docket.client.labels.models.ModelList;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.JobBar;
import dev.docket.client.labels.part.PartView;
import dev.docket.client.labels.part.Place;
import dev.docket.dto.models.EvaluationSlice;
import dev.docket.dto.models.EvaluationView;
import dev.docket.dto.models.SliceComparison;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The section of evaluation: models on the left; the figures of the one at hand beside the champion's, label by label,
/// and the label at hand looked at closely.
public final class EvaluationPane implements PartView {
    private final Evaluation model;
    private final Figures figures;
    private final HBox root = new HBox();
    private final ModelList list;
    private final Label about = Boxes.wrapped("secondary");
    private final Legend legend = new Legend();
    private final ComparedRows labels;
    private final Label labelTitle = new Label();
    private final LabelPane label;
    private final Label slicesTitle = new Label();
    private final KeyButton order;
    private final ComparedRows slices;
    private final VBox slicesPart;
    private final RobustnessPane robustness;
    private final Region page;
    private final DisagreementPane disagreements;
    private final KeyButton explore;
    private final KeyButton evaluate;
    private final JobBar evaluating;

    public EvaluationPane(Evaluation model, Figures figures, Shortcuts shortcuts) {
        this.model = model;
        this.figures = figures;
        list = new ModelList(model.registry(), figures);
        labels = new ComparedRows(figures, this::nameOfLabel, figures.text("labels.evaluation.labels"));
        labels.onChosen(index -> model.look(model.wholes().get(index).figures().label()));
        label = new LabelPane(figures);
        slices = new ComparedRows(figures, this::nameOfSlice, figures.text("labels.evaluation.slices"));
        robustness = new RobustnessPane(figures);
        order = new KeyButton("", shortcuts.display(Shortcut.SORT));
        order.setOnAction(event -> model.nextOrder());
        explore = new KeyButton(figures.text("labels.disagreements"), shortcuts.display(Shortcut.DISAGREEMENTS));
        explore.setOnAction(event -> model.toggleExploring());
        evaluate = new KeyButton(figures.text("labels.evaluate"), shortcuts.display(Shortcut.MEASURE));
        evaluate.setOnAction(event -> model.evaluate());
        evaluating = new JobBar(figures, shortcuts.display(Shortcut.CANCEL_JOB), model::cancel);
        disagreements = new DisagreementPane(model, figures, shortcuts);
        labelTitle.getStyleClass().add("title");
        slicesTitle.getStyleClass().add("part-title");
        HBox.setHgrow(slicesTitle, Priority.ALWAYS);
        slicesTitle.setMaxWidth(Double.MAX_VALUE);
        var slicesHead = new HBox(8, slicesTitle, order);
        slicesHead.setAlignment(Pos.CENTER_LEFT);
        slicesPart = Boxes.folding(new VBox(8, slicesHead, slices));
        var head = new VBox(4, new ModelHead(model.registry(), figures), about);
        var steps = new Label(figures.text(
                "labels.evaluation.steps",
                shortcuts.display(Shortcut.PREVIOUS_LABEL),
                shortcuts.display(Shortcut.NEXT_LABEL)));
        steps.getStyleClass().add("faint");
        var content = new VBox(
                24, head, new VBox(8, legend, labels), new VBox(4, labelTitle, steps), label, slicesPart, robustness);
        content.getStyleClass().add("part-page");
        page = Boxes.scrolled(content);
        var place = new Place(page, "labels.evaluation.empty", figures.words(), shortcuts, model::read);
        evaluating.getStyleClass().add("on-top");
        VBox.setVgrow(place, Priority.ALWAYS);
        var figuresPage = new VBox(evaluating, place);
        figuresPage.setMinWidth(0);
        var stage = new StackPane(figuresPage, disagreements);
        stage.getStyleClass().add("hairline-left");
        stage.setMinWidth(0);
        HBox.setHgrow(stage, Priority.ALWAYS);
        root.getChildren().setAll(list, stage);
        model.figures().stateProperty().subscribe(place::show);
        model.figures().valueProperty().subscribe(now -> show());
        model.champion().valueProperty().subscribe(now -> show());
        model.labelProperty().subscribe(at -> showLabel());
        model.orderProperty().subscribe(chosen -> {
            order.setText(figures.text(chosen.messageKey()));
            order.describe(figures.text("labels.order.said", figures.text(chosen.messageKey())));
            showLabel();
        });
        model.exploringProperty().subscribe(exploring -> {
            disagreements.setVisible(exploring);
            figuresPage.setVisible(!exploring);
        });
        model.jobs().allProperty().subscribe(all -> showEvaluating());
        model.registry().selectedProperty().subscribe(at -> showEvaluating());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public List<Node> panes() {
        if (model.exploringProperty().get()) {
            return List.of(list, disagreements.first());
        }
        var panes = new ArrayList<Node>(List.of(list, labels.first()));
        panes.addAll(label.charts());
        panes.add(slices.first());
        panes.addAll(robustness.charts());
        return panes;
    }

    @Override
    public List<Node> buttons() {
        return List.of(evaluate, explore);
    }

    @Override
    public Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        deeds.put(Shortcut.NEXT_LABEL, () -> model.step(1));
        deeds.put(Shortcut.PREVIOUS_LABEL, () -> model.step(-1));
        deeds.put(Shortcut.SORT, model::nextOrder);
        deeds.put(Shortcut.DISAGREEMENTS, this::explore);
        deeds.put(Shortcut.MEASURE, model::evaluate);
        deeds.put(Shortcut.CANCEL_JOB, model::cancel);
        deeds.put(Shortcut.HIDE, model::putAside);
        return deeds;
    }

    private void showEvaluating() {
        var job = model.evaluating();
        evaluating.show(figures.text("labels.evaluating"), job.orElse(null));
        evaluate.setDisable(!model.rights().evaluate() || job.isPresent());
    }

    private void explore() {
        model.toggleExploring();
        if (model.exploringProperty().get()) {
            disagreements.first().requestFocus();
        } else {
            list.requestFocus();
        }
    }

    private String nameOfLabel(EvaluationSlice slice) {
        return figures.words().label(slice.label());
    }

    private String nameOfSlice(EvaluationSlice slice) {
        var parts = new ArrayList<String>();
        if (slice.language() != null) {
            parts.add(figures.words().language(slice.language()));
        }
        if (slice.source() != null) {
            parts.add(slice.source());
        }
        if (slice.slice() != null) {
            parts.add(figures.words().named("labels.slice", slice.slice()));
        }
        return String.join(", ", parts);
    }

    private void show() {
        var now = model.figures().get();
        if (now == null) {
            return;
        }
        about.setText(figures.text(
                "labels.evaluation.about",
                now.labelSet(),
                figures.words().named("labels.split", now.split()),
                figures.count(now.rows()),
                figures.words().dateTime(now.evaluatedAt())));
        boolean compared = now.champion() != null && !now.champion().equals(now.modelVersion());
        legend.setVisible(compared);
        legend.setManaged(compared);
        legend.show(
                nameOf(now.modelVersion()),
                model.beside() == null || now.champion() == null ? "" : nameOf(now.champion()));
        labels.show(model.wholes(), this::championOf);
        showLabel();
    }

    private String nameOf(String version) {
        return model.registry().find(version).map(one -> one.name()).orElse(version);
    }

    private void showLabel() {
        var now = model.figures().get();
        var at = model.labelProperty().get();
        if (now == null || at == null) {
            return;
        }
        labels.choose(model.labels().indexOf(at));
        labelTitle.setText(titled(at));
        label.show(now, model.beside(), at);
        var parts = model.parts();
        slicesPart.setVisible(!parts.isEmpty());
        slicesTitle.setText(figures.text("labels.evaluation.slices"));
        slices.show(parts, this::championOf);
        robustness.show(now, at);
    }

    private String titled(String at) {
        String name = figures.words().label(at);
        boolean unknown = model.wholes().stream()
                .filter(slice -> slice.figures().label().equals(at))
                .anyMatch(slice -> isWithBaseRate(slice.comparison()));
        return unknown ? figures.text("labels.evaluation.base-rate", name) : name;
    }

    private static boolean isWithBaseRate(@Nullable SliceComparison compared) {
        return compared != null && Boolean.TRUE.equals(compared.baseRate());
    }

    /// The champion's figures of the same slice.
    private @Nullable EvaluationSlice championOf(Slice slice) {
        EvaluationView beside = model.beside();
        return beside == null
                ? null
                : beside.slices().stream()
                        .filter(other -> isSame(other, slice.figures()))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isSame(EvaluationSlice one, EvaluationSlice other) {
        return one.label().equals(other.label())
                && Objects.equals(one.language(), other.language())
                && Objects.equals(one.source(), other.source())
                && Objects.equals(one.slice(), other.slice());
    }
}
