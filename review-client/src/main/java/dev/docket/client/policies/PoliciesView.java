package dev.docket.client.policies;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.MarkdownText;
import dev.docket.client.common.control.Overlay;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.control.StatePane;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.screen.ScreenView;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.policies.PoliciesViewModel.Said;
import dev.docket.client.policies.PoliciesViewModel.State;
import dev.docket.dto.policy.PolicyView;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The policies screen: the list, the text with its preview and history, the thresholds over yesterday's scores with
/// what they would do, and the switches.
public final class PoliciesView implements ScreenView {
    private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

    private final PoliciesViewModel model;
    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final StatePane state;
    private final TextField title = new TextField();
    private final Label version = new Label();
    private final TextArea text = new TextArea();
    private final MarkdownText preview = new MarkdownText();
    private final HistoryPane history;
    private final StackPane reading = new StackPane();
    private final Label said = new Label();
    private final VBox conflict = new VBox();
    private final KeyButton publish;
    private final Button discard = new Button();
    private final ToggleGroup tabs = new ToggleGroup();
    private final ToggleButton writing = new ToggleButton();
    private final ToggleButton showing = new ToggleButton();
    private final ToggleButton past = new ToggleButton();
    private final ToggleGroup sides = new ToggleGroup();
    private final ToggleButton thresholdsSide = new ToggleButton();
    private final ToggleButton rulesSide = new ToggleButton();
    private final ToggleButton automationSide = new ToggleButton();
    private final StackPane side = new StackPane();
    private final Overlay overlay = new Overlay();
    private final ThresholdsPane thresholds;
    private final RulesPane rules;
    private final AutomationPane automation;
    private final SafeguardsPane safeguards;
    private final AddingCard adding;
    private final ExampleCard example;
    private final KeyButton begin;
    private boolean filling;

    @FXML
    private BorderPane root;

    @FXML
    private StackPane stage;

    @FXML
    private HBox page;

    @FXML
    private VBox left;

    @FXML
    private ListView<PolicyView> list;

    @FXML
    private VBox middle;

    @FXML
    private VBox right;

    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    public PoliciesView(PoliciesViewModel model, Messages messages, Shortcuts shortcuts) {
        this.model = model;
        this.shortcuts = shortcuts;
        words = new ItemWords(messages);
        history = new HistoryPane(model, words);
        thresholds = new ThresholdsPane(model, words, new Answer(words, messages.locale()));
        rules = new RulesPane(words, model.mayWrite(), change -> model.edit(draft -> draft.withRules(change)));
        automation = new AutomationPane(model, words);
        safeguards = new SafeguardsPane(model.safeguards(), words, overlay, messages.locale());
        adding = new AddingCard(model.adding(), model.labels(), words, shortcuts);
        example = new ExampleCard(model.examples(), words);
        begin = new KeyButton(words.text("policies.add"), shortcuts.display(Shortcut.NEW_POLICY));
        begin.setId("policy-new");
        begin.setMaxWidth(Double.MAX_VALUE);
        begin.setOnAction(event -> model.begin());
        publish = new KeyButton(words.text("policies.publish"), shortcuts.display(Shortcut.PUBLISH));
        var again = new KeyButton(words.text("policies.again"), shortcuts.display(Shortcut.LOOK_AGAIN));
        again.setOnAction(event -> model.lookAgain());
        state = new StatePane(shape(), again);
    }

    @FXML
    void initialize() {
        buildMiddle();
        buildRight();
        Parts.showing(begin, model.mayWrite());
        var beginning = new VBox(begin);
        beginning.getStyleClass().add("policy-begin");
        left.getChildren().addAll(beginning, safeguards);
        stage.getChildren().addAll(state, overlay);
        model.policies().addListener((ListChangeListener<PolicyView>) change -> {
            if (root.isFocused()) {
                list.requestFocus();
            }
        });
        list.setItems(model.policies());
        list.setCellFactory(view -> new PolicyCell());
        list.setAccessibleText(words.text("policies.list"));
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        shortcuts.install(root, Scope.POLICIES, deeds());
        bindModel();
    }

    private void buildMiddle() {
        title.getStyleClass().add("policy-title");
        title.setAccessibleText(words.text("policies.title"));
        title.setEditable(model.mayWrite());
        title.textProperty().subscribe(next -> edited(() -> model.edit(draft -> draft.withTitle(next))));
        HBox.setHgrow(title, Priority.ALWAYS);
        version.getStyleClass().add("secondary");
        version.setWrapText(true);
        preview.getStyleClass().add("policy-preview");
        text.getStyleClass().add("policy-writing");
        text.setId("policy-text");
        text.setWrapText(true);
        text.setEditable(model.mayWrite());
        text.setAccessibleText(words.text("policies.text"));
        text.textProperty().subscribe(next -> edited(() -> model.edit(draft -> draft.withText(next))));
        publish.getStyleClass().add("primary");
        publish.setId("policy-publish");
        publish.setOnAction(event -> model.publish());
        discard.setText(words.text("policies.discard"));
        discard.setOnAction(event -> model.discard());
        tab(writing, "policies.tab.text");
        tab(showing, "policies.tab.preview");
        tab(past, "policies.tab.history");
        tabs.selectToggle(model.mayWrite() ? writing : showing);
        tabs.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                tabs.selectToggle(before);
            } else {
                showTab();
            }
        });
        said.setWrapText(true);
        said.setMaxWidth(Double.MAX_VALUE);
        said.getStyleClass().add("said-line");
        conflict.getStyleClass().add("conflict");
        var deeds = new HBox(8, discard, publish);
        deeds.setVisible(model.mayWrite());
        deeds.setManaged(model.mayWrite());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(8, writing, showing, past, gap, deeds);
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(reading, Priority.ALWAYS);
        middle.getChildren().setAll(title, version, said, conflict, bar, reading);
        showTab();
    }

    private void tab(ToggleButton button, String key) {
        button.setText(words.text(key));
        button.setToggleGroup(tabs);
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("segment");
    }

    private void showTab() {
        var now = tabs.getSelectedToggle();
        if (now == past) {
            model.readHistory();
        }
        reading.getChildren().setAll(now == writing ? text : scrolled(now == past ? history : preview));
    }

    private static ScrollPane scrolled(Region content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private void buildRight() {
        side(thresholdsSide, "policies.side.thresholds", thresholds);
        side(rulesSide, "policies.side.rules", rules);
        side(automationSide, "policies.side.automation", automation);
        sides.selectToggle(thresholdsSide);
        sides.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                sides.selectToggle(before);
            } else {
                showSide();
            }
        });
        var bar = new HBox(8, thresholdsSide, rulesSide, automationSide);
        bar.getStyleClass().add("side-bar");
        right.getChildren().setAll(bar, side);
        showSide();
    }

    private void side(ToggleButton button, String key, Region pane) {
        button.setText(words.text(key));
        button.setToggleGroup(sides);
        button.setUserData(pane);
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("segment");
    }

    private void showSide() {
        side.getChildren().setAll((Region) sides.getSelectedToggle().getUserData());
    }

    private void bindModel() {
        model.stateProperty().subscribe(this::show);
        model.chosenProperty().subscribe(this::show);
        model.draftProperty().subscribe(this::fill);
        model.saidProperty().subscribe(this::show);
        model.conflictProperty().subscribe(this::showConflict);
        overlay.visibleProperty().subscribe(open -> {
            if (!open) {
                model.adding().cancel();
                model.examples().close();
            }
        });
        model.adding().formProperty().subscribe((before, form) -> showAdding(before == null, form));
        model.examples().openProperty().subscribe((before, open) -> showExample(before == null, open));
        model.busyProperty().subscribe(on -> enable());
        model.dirtyProperty().subscribe(on -> {
            enable();
            list.refresh();
        });
    }

    private void showAdding(boolean fresh, Adding.@Nullable Form form) {
        if (form == null) {
            overlay.close();
        } else if (fresh) {
            overlay.show(adding, adding.first());
        }
        adding.show(form);
    }

    private void showExample(boolean fresh, Examples.@Nullable Open open) {
        if (open == null) {
            overlay.close();
            return;
        }
        example.show(open);
        if (fresh) {
            overlay.show(example, example.first());
        }
    }

    private void enable() {
        boolean idle = !model.busyProperty().get();
        publish.setDisable(!idle || !model.dirtyProperty().get());
        discard.setDisable(!idle || !model.dirtyProperty().get());
    }

    private void show(State now) {
        page.setVisible(now == State.READY);
        switch (now) {
            case LOADING -> state.loading();
            case READY -> state.clear();
            case EMPTY ->
                state.say(StatePane.Message.empty(
                        words.text("policies.empty.title"), words.text("policies.empty.body"), ""));
            case OFFLINE ->
                state.say(StatePane.Message.offline(
                        words.text("policies.offline.title"), words.text("policies.offline.body"), ""));
            case FAULT ->
                state.say(StatePane.Message.fault(
                        words.text("policies.error.title"), words.text("policies.error.body"), ""));
        }
    }

    private void show(@Nullable PolicyView policy) {
        if (policy == null) {
            return;
        }
        filling = true;
        list.getSelectionModel().select(policy);
        var by = policy.publishedBy();
        version.setText(words.text(
                by == null ? "policies.version" : "policies.version-by",
                policy.version(),
                words.dateTime(policy.publishedAt()),
                by == null ? "" : by.displayName()));
        filling = false;
        if (tabs.getSelectedToggle() == past) {
            model.readHistory();
        }
    }

    private void fill(@Nullable Draft draft) {
        if (draft == null) {
            return;
        }
        filling = true;
        set(title, draft.title());
        if (!text.getText().equals(draft.text())) {
            text.setText(draft.text());
        }
        preview.show(draft.text());
        filling = false;
        rules.show(draft.rules());
    }

    private static void set(TextField field, String value) {
        if (!field.getText().equals(value)) {
            field.setText(value);
        }
    }

    private void show(@Nullable Said now) {
        said.setVisible(now != null);
        if (now != null && now.key().equals("added")) {
            adding.clear();
        }
        said.setManaged(now != null);
        if (now != null) {
            String faults = now.faults().stream()
                    .map(fault -> fault.pointer() + ": " + fault.detail())
                    .collect(Collectors.joining("\n"));
            said.setText(words.text("policies.said." + now.key()) + (faults.isEmpty() ? "" : "\n" + faults));
            said.pseudoClassStateChanged(FAULT, now.fault());
        }
    }

    private void showConflict(@Nullable PolicyView theirs) {
        conflict.setVisible(theirs != null);
        conflict.setManaged(theirs != null);
        if (theirs == null) {
            return;
        }
        var by = theirs.publishedBy();
        var keep = new Button(words.text("policies.conflict.keep"));
        keep.setOnAction(event -> model.keepMine());
        var take = new Button(words.text("policies.conflict.take"));
        take.setOnAction(event -> model.takeTheirs());
        conflict.getChildren()
                .setAll(
                        Parts.wrapped(
                                words.text("policies.conflict", by == null ? "" : by.displayName(), theirs.version()),
                                "answer-line"),
                        Parts.line(keep, take));
    }

    private void selected(@Nullable PolicyView policy) {
        if (policy != null && !filling) {
            model.choose(policy);
        }
    }

    private void edited(Runnable change) {
        if (!filling) {
            change.run();
        }
    }

    private Map<Shortcut, Runnable> deeds() {
        return Map.of(
                Shortcut.PUBLISH, this::publish,
                Shortcut.NEW_POLICY, model::begin,
                Shortcut.EXAMPLES, () -> model.showExample(null),
                Shortcut.PREVIEW, this::turnPage,
                Shortcut.NEXT_PANE, this::nextPane,
                Shortcut.LOOK_AGAIN, model::lookAgain);
    }

    private void publish() {
        if (model.adding().formProperty().get() == null) {
            model.publish();
        } else {
            adding.confirm();
        }
    }

    private void turnPage() {
        var now = tabs.getSelectedToggle();
        tabs.selectToggle(now == writing ? showing : now == showing ? past : writing);
    }

    private void nextPane() {
        if (list.isFocused()) {
            (tabs.getSelectedToggle() == writing ? text : writing).requestFocus();
        } else if (isIn(middle)) {
            sides.selectToggle(thresholdsSide);
            thresholds.takeFocus();
        } else {
            list.requestFocus();
        }
    }

    private boolean isIn(Node pane) {
        @Nullable Node at = root.getScene() == null ? null : root.getScene().getFocusOwner();
        while (at != null && at != pane) {
            at = at.getParent();
        }
        return at == pane;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        (model.policies().isEmpty() ? root : list).requestFocus();
    }

    private Region shape() {
        return Skeleton.item(words.text("policies.loading"));
    }

    /// A policy in the list: its name, and what sets it apart.
    private final class PolicyCell extends ListCell<PolicyView> {
        PolicyCell() {
            setPrefWidth(0); // as wide as the list, which therefore never scrolls sideways
        }

        @Override
        protected void updateItem(@Nullable PolicyView policy, boolean empty) {
            super.updateItem(policy, empty);
            setText(null);
            if (empty || policy == null) {
                setGraphic(null);
                return;
            }
            var name = new Label(policy.title());
            name.getStyleClass().add("policy-name");
            var mark = new Label(mark(policy));
            mark.getStyleClass().add("policy-mark");
            mark.setWrapText(true);
            setGraphic(new VBox(2, name, mark));
        }

        private String mark(PolicyView policy) {
            if (model.isWritten(policy)) {
                return words.text("policies.mark.written");
            }
            if (!policy.active()) {
                return words.text("policies.mark.inactive");
            }
            return words.text(
                    switch (policy.automation().state()) {
                        case ON -> policy.automation().acting() ? "policies.mark.acts" : "policies.mark.stopped";
                        case PENDING -> "policies.mark.pending";
                        case OFF -> "policies.mark.version";
                    },
                    policy.version());
        }
    }
}
