package dev.docket.client.labels;

import dev.docket.client.common.chart.Drawing;
import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.OpenDialog;
import dev.docket.client.common.control.SaveDialog;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.screen.ScreenView;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.evaluation.EvaluationPane;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.PartView;
import dev.docket.client.labels.part.Told;
import dev.docket.client.labels.release.ReleasePane;
import dev.docket.client.labels.sets.SetsPane;
import dev.docket.client.labels.training.TrainingPane;
import dev.docket.client.labels.watching.WatchingPane;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The Labels screen: the way from labels to a model that serves is its navigation, from left to right; beneath it one
/// section of it.
public final class LabelsView implements ScreenView {
    /// Where files come from and go to.
    public record Dialogs(SaveDialog saves, OpenDialog opens) {}

    private static final List<Shortcut> SECTION_KEYS =
            List.of(Shortcut.LABELS_1, Shortcut.LABELS_2, Shortcut.LABELS_3, Shortcut.LABELS_4, Shortcut.LABELS_5);

    private final LabelsViewModel model;
    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final Map<Section, KeyButton> tabs = new EnumMap<>(Section.class);
    private final Map<Section, PartView> parts = new EnumMap<>(Section.class);
    private final HBox buttons = new HBox(8);
    private final Label said = new Label();
    private final Runnable keepingFocus = this::keepFocus;
    private @Nullable Node lastFocused;

    @FXML
    private BorderPane root;

    @FXML
    private VBox top;

    @FXML
    private StackPane stage;

    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    public LabelsView(LabelsViewModel model, Messages messages, Shortcuts shortcuts, Dialogs dialogs) {
        this.model = model;
        this.shortcuts = shortcuts;
        words = new ItemWords(messages);
        var figures = new Figures(words, messages.locale());
        parts.put(Section.SETS, new SetsPane(model.sets(), figures, shortcuts, dialogs.saves(), dialogs.opens()));
        var offered =
                new TrainingPane.Offered(model.sets().all().valueProperty(), model.sets()::items, model::setAtHand);
        parts.put(Section.TRAINING, new TrainingPane(model.trainings(), offered, figures, shortcuts));
        parts.put(Section.EVALUATION, new EvaluationPane(model.evaluation(), figures, shortcuts));
        parts.put(Section.RELEASE, new ReleasePane(model.release(), figures, shortcuts));
        parts.put(Section.WATCHING, new WatchingPane(model.watching(), figures, shortcuts));
        parts.keySet().retainAll(model.sections());
    }

    @FXML
    void initialize() {
        said.getStyleClass().addAll("labels-said", "hairline-bottom");
        said.setMaxWidth(Double.MAX_VALUE);
        said.setWrapText(true);
        said.managedProperty().bind(said.visibleProperty());
        said.setId("said");
        top.getChildren().setAll(head(), said);
        parts.values().forEach(part -> stage.getChildren().add(part.root()));
        shortcuts.install(root, Scope.LABELS, deeds());
        model.sectionProperty().subscribe(this::showSection);
        model.toldProperty().subscribe(this::showTold);
        root.sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((property, before, now) -> follow(now));
    }

    private void follow(@Nullable Node focused) {
        if (focused != null && isWithin(focused)) {
            lastFocused = focused;
        } else if (root.getScene() != null) {
            root.getScene().addPostLayoutPulseListener(keepingFocus);
        }
    }

    /// A form that goes away, or a button that cannot be pressed any more, lets go of the keyboard. It stays on the
    /// screen, whose keys would do nothing otherwise.
    private void keepFocus() {
        var scene = root.getScene();
        if (scene == null) {
            return;
        }
        scene.removePostLayoutPulseListener(keepingFocus);
        var owner = scene.getFocusOwner();
        boolean isElsewhere = owner == null || !isWithin(owner);
        if (isElsewhere && lastFocused != null && !isUsable(lastFocused)) {
            focus();
        }
    }

    private boolean isWithin(Node node) {
        for (@Nullable Node each = node; each != null; each = each.getParent()) {
            if (each.equals(root)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUsable(Node node) {
        for (@Nullable Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return !node.isDisabled();
    }

    private Node head() {
        var way = new HBox(2);
        way.setAlignment(Pos.CENTER_LEFT);
        way.setMinWidth(Region.USE_PREF_SIZE);
        for (var section : parts.keySet()) {
            if (!way.getChildren().isEmpty()) {
                var next = new FontIcon("mdi2c-chevron-right");
                next.getStyleClass().add("way-next");
                way.getChildren().add(next);
            }
            way.getChildren().add(tab(section));
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var head = new HBox(12, way, gap, buttons);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("labels-head", "hairline-bottom");
        return head;
    }

    private KeyButton tab(Section section) {
        var key = SECTION_KEYS.get(section.ordinal());
        var tab = new KeyButton(words.text(section.messageKey()), shortcuts.display(key));
        tab.getStyleClass().add("quiet");
        tab.setId("section-" + section.name().toLowerCase(Locale.ROOT));
        tab.setOnAction(event -> go(section));
        tabs.put(section, tab);
        return tab;
    }

    private void go(Section section) {
        model.go(section);
        focus();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        panes().stream().findFirst().orElse(root).requestFocus();
    }

    /// Those of the section that the keyboard can go to: what has nothing to show cannot take it.
    private List<Node> panes() {
        var part = part();
        return part == null
                ? List.of()
                : part.panes().stream().filter(LabelsView::isUsable).toList();
    }

    private @Nullable PartView part() {
        return parts.get(model.sectionProperty().get());
    }

    // Showing

    private void showSection(Section section) {
        tabs.forEach((each, tab) -> tab.show(each == section, false));
        parts.forEach((each, part) -> part.root().setVisible(each == section));
        var part = parts.get(section);
        buttons.getChildren().setAll(part == null ? List.of() : part.buttons());
        buttons.getChildren().forEach(node -> {
            if (node instanceof Region region) {
                region.setMinWidth(Region.USE_PREF_SIZE);
            }
        });
    }

    private void showTold(@Nullable Told told) {
        said.setVisible(told != null);
        if (told == null) {
            parts.values().forEach(PartView::forget);
            return;
        }
        String slug = told.slug();
        String why = slug != null && words.knows("problem", slug) ? words.named("problem", slug) : told.detail();
        said.setText((words.text("labels.said." + told.kind(), told.of()) + " " + why).strip());
        var part = part();
        if (part != null) {
            part.show(told);
        }
    }

    // Keys

    /// What a section knows to do; what it does not know does nothing there.
    private Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        Arrays.stream(Shortcut.values())
                .filter(shortcut ->
                        parts.values().stream().anyMatch(part -> part.deeds().containsKey(shortcut)))
                .forEach(shortcut -> deeds.put(shortcut, () -> run(shortcut)));
        parts.keySet().forEach(section -> deeds.put(SECTION_KEYS.get(section.ordinal()), () -> go(section)));
        deeds.put(Shortcut.HIDE, this::hide);
        deeds.put(Shortcut.LOOK_AGAIN, model::lookAgain);
        deeds.put(Shortcut.NEXT_PANE, this::nextPane);
        deeds.put(Shortcut.PREVIOUS_VALUE, () -> step(-1));
        deeds.put(Shortcut.NEXT_VALUE, () -> step(1));
        return deeds;
    }

    private void run(Shortcut shortcut) {
        var part = part();
        if (part != null) {
            part.deeds().getOrDefault(shortcut, () -> {}).run();
        }
    }

    private void hide() {
        model.forgetTold();
        run(Shortcut.HIDE);
        focus();
    }

    /// Reads the drawing that has the focus, or else the first of the section, value by value.
    private void step(int by) {
        var part = part();
        if (part == null) {
            return;
        }
        var owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        if (owner instanceof Drawing drawing) {
            drawing.step(by);
        } else {
            part.panes().stream()
                    .filter(Drawing.class::isInstance)
                    .map(Drawing.class::cast)
                    .findFirst()
                    .ifPresent(drawing -> {
                        drawing.requestFocus();
                        drawing.step(by);
                    });
        }
    }

    private void nextPane() {
        var panes = panes();
        int at = -1;
        for (int index = 0; index < panes.size(); index++) {
            if (panes.get(index).isFocused()) {
                at = index;
            }
        }
        (panes.isEmpty() ? root : panes.get((at + 1) % panes.size())).requestFocus();
    }
}
