package dev.docket.client.labels.training;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.PartView;
import dev.docket.client.labels.part.Place;
import dev.docket.client.labels.part.State;
import dev.docket.client.labels.part.Told;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.labels.LabelSetView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The section of training: what was trained on the left, the one at hand or a new one beside it.
public final class TrainingPane implements PartView {
    /// The label sets that a training may learn from.
    ///
    /// @param changed fires when they did
    /// @param at the one at hand in their own section; null for none
    public record Offered(
            ObservableValue<?> changed, Supplier<List<LabelSetView>> sets, Supplier<@Nullable String> at) {}

    private final Trainings model;
    private final Offered offered;
    private final HBox root = new HBox();
    private final ListView<JobView> list = new ListView<>();
    private final Place place;
    private final RunPane run;
    private final TrainPane form;
    private final Region runPage;
    private final Region formPage;
    private final KeyButton begin;
    private boolean showing;

    public TrainingPane(Trainings model, Offered offered, Figures figures, Shortcuts shortcuts) {
        this.model = model;
        this.offered = offered;
        run = new RunPane(model, figures, shortcuts);
        form = new TrainPane(model, figures, shortcuts);
        runPage = Boxes.scrolled(run);
        formPage = Boxes.scrolled(form);
        begin = new KeyButton(figures.text("labels.train.new"), shortcuts.display(Shortcut.NEW_SET));
        begin.setOnAction(event -> begin());
        list.getStyleClass().addAll("labels-list", "rows");
        list.setCellFactory(view -> new JobCell(figures));
        list.setAccessibleText(figures.text("labels.section.training"));
        list.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!showing && one != null) {
                model.select(one);
            }
        });
        var pages = new StackPane(runPage, formPage);
        pages.getStyleClass().add("hairline-left");
        pages.setMinWidth(0);
        place = new Place(pages, "labels.training.empty", figures.words(), shortcuts, model::read);
        HBox.setHgrow(place, Priority.ALWAYS);
        root.getChildren().setAll(list, place);
        model.allProperty().subscribe(this::showAll);
        model.selectedProperty().subscribe(this::choose);
        model.preparingProperty().subscribe(open -> showPages());
        offered.changed().subscribe(() -> form.offerSets(offered.sets().get()));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public List<Node> panes() {
        return model.preparingProperty().get() ? List.of(list, form.first()) : List.of(list, run.chart());
    }

    @Override
    public List<Node> buttons() {
        return List.of(begin);
    }

    @Override
    public Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        deeds.put(Shortcut.NEW_SET, this::begin);
        deeds.put(Shortcut.SUBMIT, model::train);
        deeds.put(Shortcut.CANCEL_JOB, model::cancel);
        deeds.put(Shortcut.HIDE, model::putAside);
        return deeds;
    }

    private void begin() {
        model.begin(offered.at().get());
        form.offerSets(offered.sets().get());
        form.first().requestFocus();
    }

    @Override
    public void show(Told told) {
        form.showErrors(told.errors());
    }

    @Override
    public void forget() {
        form.showErrors(List.of());
    }

    private void showAll(List<JobView> all) {
        showing = true;
        list.getItems().setAll(all);
        showing = false;
        choose(model.selectedProperty().get());
        showPages();
    }

    private void choose(@Nullable JobView job) {
        showing = true;
        list.getItems().stream()
                .filter(each -> job != null && each.id().equals(job.id()))
                .findFirst()
                .ifPresent(each -> list.getSelectionModel().select(each));
        showing = false;
    }

    private void showPages() {
        boolean preparing = model.preparingProperty().get();
        formPage.setVisible(preparing);
        runPage.setVisible(!preparing);
        place.show(preparing || !model.allProperty().get().isEmpty() ? State.READY : State.EMPTY);
    }
}
