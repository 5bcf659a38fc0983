package dev.docket.client.labels.sets;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.OpenDialog;
import dev.docket.client.common.control.SaveDialog;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.PartView;
import dev.docket.client.labels.part.Place;
import dev.docket.client.labels.part.State;
import dev.docket.client.labels.part.Told;
import dev.docket.client.labels.sets.Sets.Mode;
import dev.docket.dto.Page;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The section of label sets: the list on the left, and beside it the set at hand, a new one, a comparison, or labels
/// from elsewhere.
public final class SetsPane implements PartView {
    private final Sets model;
    private final SaveDialog saves;
    private final HBox root = new HBox();
    private final ListView<LabelSetView> list = new ListView<>();
    private final Button older = new Button();
    private final Place place;
    private final SetPane set;
    private final BuildPane build;
    private final ComparePane compare;
    private final ImportPane imports;
    private final Region setPage;
    private final KeyButton begin;
    private final KeyButton comparing;
    private final KeyButton bringIn;
    private boolean showing;

    public SetsPane(Sets model, Figures figures, Shortcuts shortcuts, SaveDialog saves, OpenDialog files) {
        this.model = model;
        this.saves = saves;
        set = new SetPane(model, figures, shortcuts, this::keep);
        build = new BuildPane(model, figures, shortcuts);
        compare = new ComparePane(model, figures, shortcuts);
        imports = new ImportPane(model, figures, shortcuts, files);
        setPage = Boxes.scrolled(set);
        begin = new KeyButton(figures.text("labels.new"), shortcuts.display(Shortcut.NEW_SET));
        begin.setOnAction(event -> begin());
        comparing = new KeyButton(figures.text("labels.compare"), shortcuts.display(Shortcut.COMPARE));
        comparing.setOnAction(event -> model.compare());
        bringIn = new KeyButton(figures.text("labels.imports"), shortcuts.display(Shortcut.BRING_IN));
        bringIn.setOnAction(event -> bringIn());
        list.getStyleClass().add("rows");
        list.setCellFactory(view -> new SetCell(figures));
        list.setAccessibleText(figures.text("labels.section.sets"));
        list.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!showing && one != null) {
                model.select(one);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        older.setText(figures.text("labels.older"));
        older.getStyleClass().add("more-button");
        older.setMaxWidth(Double.MAX_VALUE);
        older.setOnAction(event -> model.readOlder());
        Boxes.folding(older);
        var side = new VBox(list, older);
        side.getStyleClass().add("labels-list");
        var pages = new StackPane(setPage, build, compare, imports);
        pages.setMinWidth(0);
        pages.getStyleClass().add("hairline-left");
        HBox.setHgrow(pages, Priority.ALWAYS);
        place = new Place(pages, "labels.sets.empty", figures.words(), shortcuts, model::read);
        HBox.setHgrow(place, Priority.ALWAYS);
        root.getChildren().setAll(side, place);
        root.setMinWidth(0);
        model.all().valueProperty().subscribe(this::showAll);
        model.all().stateProperty().subscribe(state -> showPlace());
        model.modeProperty().subscribe(mode -> showMode());
        model.selectedProperty().subscribe(this::showSelected);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public List<Node> panes() {
        return switch (model.modeProperty().get()) {
            case SET -> List.of(list, set.chart());
            case BUILDING -> List.of(list, build.first());
            case COMPARING -> List.of(list);
            case IMPORTING -> List.of(list, imports.first(), imports.second());
        };
    }

    @Override
    public List<Node> buttons() {
        return List.of(bringIn, comparing, begin);
    }

    @Override
    public Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        deeds.put(Shortcut.NEW_SET, this::begin);
        deeds.put(Shortcut.SUBMIT, this::submit);
        deeds.put(Shortcut.BRING_IN, this::bringIn);
        deeds.put(Shortcut.COMPARE, model::compare);
        deeds.put(Shortcut.FORMAT, inSet(model.export()::nextFormat));
        deeds.put(Shortcut.SPLIT, inSet(model::nextSplit));
        deeds.put(Shortcut.WRITE_SET, inSet(this::keep));
        deeds.put(Shortcut.WAIVE, inSet(() -> set.reason().requestFocus()));
        deeds.put(Shortcut.CANCEL_JOB, inSet(model::cancel));
        deeds.put(Shortcut.MORE_ROWS, inImports(imports::fill));
        deeds.put(Shortcut.WITHDRAW_LABELS, inImports(model.importing()::withdraw));
        deeds.put(Shortcut.HIDE, model::putAside);
        return deeds;
    }

    private Runnable inSet(Runnable deed) {
        return in(Mode.SET, deed);
    }

    private Runnable inImports(Runnable deed) {
        return in(Mode.IMPORTING, deed);
    }

    private Runnable in(Mode mode, Runnable deed) {
        return () -> {
            if (model.modeProperty().get() == mode) {
                deed.run();
            }
        };
    }

    private void begin() {
        model.begin();
        build.first().requestFocus();
    }

    private void bringIn() {
        model.bringIn();
        imports.first().requestFocus();
    }

    private void submit() {
        switch (model.modeProperty().get()) {
            case BUILDING -> model.builder().build();
            case IMPORTING -> imports.bring();
            case SET, COMPARING -> {
                // Nothing is asked for there.
            }
        }
    }

    private void keep() {
        String name = model.fileName();
        if (name != null) {
            var file = saves.choose(
                    root.getScene() == null ? null : root.getScene().getWindow(), name);
            if (file != null) {
                model.keep(file);
            }
        }
    }

    @Override
    public void show(Told told) {
        build.showErrors(told.errors());
        imports.showErrors(told.errors());
    }

    @Override
    public void forget() {
        build.showErrors(List.of());
        imports.showErrors(List.of());
    }

    private void showAll(@Nullable Page<LabelSetView> page) {
        showing = true;
        list.getItems().setAll(page == null ? List.of() : page.items());
        older.setVisible(page != null && page.next() != null);
        choose(model.selectedProperty().get());
        showing = false;
    }

    private void choose(@Nullable LabelSetView one) {
        list.getItems().stream()
                .filter(each -> one != null && each.version().equals(one.version()))
                .findFirst()
                .ifPresent(each -> list.getSelectionModel().select(each));
    }

    private void showSelected(@Nullable LabelSetView one) {
        showing = true;
        choose(one);
        showing = false;
        comparing.setDisable(one == null || one.state() != LabelSetState.READY);
    }

    private void showMode() {
        var mode = model.modeProperty().get();
        setPage.setVisible(mode == Mode.SET);
        build.setVisible(mode == Mode.BUILDING);
        compare.setVisible(mode == Mode.COMPARING);
        imports.setVisible(mode == Mode.IMPORTING);
        showPlace();
    }

    /// Building and bringing in need no set to be there.
    private void showPlace() {
        var mode = model.modeProperty().get();
        boolean isFree = mode == Mode.BUILDING || mode == Mode.IMPORTING;
        place.show(isFree ? State.READY : model.all().stateProperty().get());
    }
}
