package dev.docket.client.policies;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.MarkdownText;
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
import dev.docket.dto.policy.AutomationState;
import dev.docket.dto.policy.AutomationSwitch;
import dev.docket.dto.policy.PolicyDiff;
import dev.docket.dto.policy.PolicyVersion;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.policy.Simulation;
import dev.docket.dto.review.ActionType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
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
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The policies screen: the list, the text with its preview and history, the thresholds over yesterday's scores with
/// what they would do, and the switches.
public final class PoliciesView implements ScreenView {
    private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");
    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ar", "hi", "ja", "zh");

    private final PoliciesViewModel model;
    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final Answer answer;
    private final StatePane state;
    private final TextField title = new TextField();
    private final Label version = new Label();
    private final TextArea text = new TextArea();
    private final MarkdownText preview = new MarkdownText();
    private final VBox history = new VBox(2);
    private final StackPane reading = new StackPane();
    private final Label said = new Label();
    private final VBox conflict = new VBox();
    private final KeyButton publish;
    private final Button discard = new Button();
    private final ToggleGroup tabs = new ToggleGroup();
    private final ToggleButton writing = new ToggleButton();
    private final ToggleButton showing = new ToggleButton();
    private final ToggleButton past = new ToggleButton();
    private final ComboBox<String> language = new ComboBox<>();
    private final Button common = new Button();
    private final ComboBox<Integer> severity = new ComboBox<>();
    private final ComboBox<ActionType> action = new ComboBox<>();
    private final CheckBox inUse = new CheckBox();
    private final VBox rows = new VBox(16);
    private final VBox lines = new VBox();
    private final Label automation = new Label();
    private final Button turn = new Button();
    private final Label stopped = new Label();
    private final Button stop = new Button();
    private final Map<String, ThresholdRow> shown = new LinkedHashMap<>();
    private boolean filling;

    @FXML
    private BorderPane root;

    @FXML
    private StackPane stage;

    @FXML
    private HBox page;

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
        answer = new Answer(words, messages.locale());
        publish = new KeyButton(words.text("policies.publish"), shortcuts.display(Shortcut.PUBLISH));
        var again = new KeyButton(words.text("policies.again"), shortcuts.display(Shortcut.LOOK_AGAIN));
        again.setOnAction(event -> model.lookAgain());
        state = new StatePane(shape(), again);
    }

    @FXML
    void initialize() {
        buildMiddle();
        buildRight();
        stage.getChildren().add(state);
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
        language.setConverter(new Words<>(
                tag -> tag.equals(Draft.EVERY_LANGUAGE) ? words.text("policies.language.every") : words.language(tag)));
        language.valueProperty().subscribe(tag -> edited(() -> model.speak(tag)));
        language.setAccessibleText(words.text("policies.language"));
        common.setText(words.text("policies.language.common"));
        common.setOnAction(event -> model.edit(
                draft -> draft.withoutLanguage(model.languageProperty().get())));
        severity.getItems().setAll(1, 2, 3, 4);
        severity.setConverter(new Words<>(level -> words.severity(level)));
        severity.valueProperty().subscribe(level -> edited(() -> model.edit(draft -> draft.withSeverity(level))));
        action.setConverter(new Words<>(type -> words.action(type)));
        action.valueProperty().subscribe(type -> edited(() -> model.edit(draft -> draft.withDefaultAction(type))));
        inUse.setText(words.text("policies.active"));
        inUse.selectedProperty().subscribe(on -> edited(() -> model.edit(draft -> draft.withActive(on))));
        for (var control : List.of(severity, action, inUse)) {
            control.setDisable(!model.mayWrite());
        }
        turn.setId("policy-automation");
        turn.setOnAction(event -> model.turnAutomation());
        stop.setOnAction(event -> model.turnKillSwitch());
        automation.setWrapText(true);
        stopped.setWrapText(true);
        lines.getStyleClass().add("answer");
        right.getChildren()
                .setAll(
                        part("policies.thresholds", line(language, common), rows),
                        part("policies.answer", lines),
                        part("policies.terms", line(severity, action), inUse),
                        part("policies.automation", automation, turn, stopped, stop));
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(8, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private VBox part(String key, Node... nodes) {
        var heading = new Label(words.heading(key));
        heading.getStyleClass().add("overline");
        var part = new VBox(heading);
        part.getStyleClass().add("part");
        part.getChildren().addAll(nodes);
        return part;
    }

    private void bindModel() {
        model.stateProperty().subscribe(this::show);
        model.chosenProperty().subscribe(this::show);
        model.draftProperty().subscribe(this::fill);
        model.languageProperty().subscribe(tag -> fill(model.draftProperty().get()));
        model.simulationProperty().subscribe(this::show);
        model.tryingProperty().subscribe(on -> lines.setOpacity(on ? 0.5 : 1));
        model.saidProperty().subscribe(this::show);
        model.conflictProperty().subscribe(this::showConflict);
        model.killSwitchProperty().subscribe(this::show);
        model.diffProperty().subscribe(diff -> showHistory());
        model.versions().subscribe(this::showHistory);
        model.busyProperty().subscribe(on -> enable());
        model.dirtyProperty().subscribe(on -> {
            enable();
            list.refresh();
        });
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
        action.getItems().setAll(policy.allowedActions());
        shown.clear();
        filling = false;
        showAutomation(policy);
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
        severity.setValue(draft.defaultSeverity());
        action.setValue(draft.defaultAction());
        inUse.setSelected(draft.active());
        fillThresholds(draft, model.languageProperty().get());
        filling = false;
    }

    private static void set(TextField field, String value) {
        if (!field.getText().equals(value)) {
            field.setText(value);
        }
    }

    private void fillThresholds(Draft draft, String tag) {
        var tags = new java.util.LinkedHashSet<>(draft.languages());
        tags.addAll(LANGUAGES);
        if (!List.copyOf(tags).equals(language.getItems())) {
            language.getItems().setAll(tags);
        }
        language.setValue(tag);
        common.setVisible(model.mayWrite()
                && !tag.equals(Draft.EVERY_LANGUAGE)
                && draft.languages().contains(tag));
        var wanted = draft.rows(tag);
        var labels = wanted.stream().map(Draft.Row::label).collect(Collectors.toList());
        if (!labels.equals(List.copyOf(shown.keySet()))) {
            shown.clear();
            labels.forEach(label -> shown.put(label, row(label)));
            rows.getChildren().setAll(shown.values());
            if (labels.isEmpty()) {
                rows.getChildren().setAll(faint(words.text("policies.thresholds.none")));
            }
            show(model.simulationProperty().get());
        }
        wanted.forEach(row -> {
            var drawn = shown.get(row.label());
            if (drawn != null) {
                drawn.show(row);
            }
        });
    }

    private ThresholdRow row(String label) {
        return new ThresholdRow(
                label,
                words,
                model.mayWrite(),
                (review, act) -> model.edit(draft ->
                        draft.withThresholds(label, model.languageProperty().get(), review, act)));
    }

    private void show(@Nullable Simulation simulation) {
        if (simulation == null) {
            lines.getChildren()
                    .setAll(faint(words.text(model.mayTry() ? "policies.answer.none" : "policies.answer.forbidden")));
            return;
        }
        simulation.histograms().forEach(histogram -> {
            var row = shown.get(histogram.label());
            if (row != null) {
                row.show(histogram);
            }
        });
        lines.getChildren().clear();
        answer.lines(simulation).forEach(line -> lines.getChildren().add(wrapped(line, "answer-line")));
        lines.getChildren().add(faint(answer.basis(simulation)));
    }

    private void show(@Nullable Said now) {
        said.setVisible(now != null);
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
                        wrapped(
                                words.text("policies.conflict", by == null ? "" : by.displayName(), theirs.version()),
                                "answer-line"),
                        line(keep, take));
    }

    private void showAutomation(PolicyView policy) {
        var now = policy.automation();
        var asked = now.askedBy();
        var confirmed = now.confirmedBy();
        automation.setText(words.text(
                "policies.automation." + now.state().name().toLowerCase(Locale.ROOT),
                asked == null ? "" : asked.displayName(),
                confirmed == null ? "" : confirmed.displayName()));
        boolean agree = now.state() == AutomationState.PENDING && !model.askedMyself(policy);
        String deed = now.state() == AutomationState.OFF ? "ask" : agree ? "agree" : "end";
        turn.setText(words.text("policies.automation.deed." + deed));
        turn.setVisible(model.maySwitch());
        turn.setManaged(model.maySwitch());
    }

    private void show(@Nullable AutomationSwitch now) {
        stop.setVisible(now != null && model.mayStop());
        if (now != null) {
            stopped.setText(words.text(now.on() ? "policies.switch.on" : "policies.switch.off"));
            stop.setText(words.text(now.on() ? "policies.switch.stop" : "policies.switch.allow"));
        }
    }

    private void showHistory() {
        history.getChildren().clear();
        model.versions().forEach(one -> history.getChildren().add(row(one)));
        var diff = model.diffProperty().get();
        if (diff != null) {
            history.getChildren().add(Skeleton.gap(8));
            diff.fields()
                    .forEach(field -> history.getChildren()
                            .add(wrapped(
                                    field.field() + ": " + field.before() + " → " + field.after(), "answer-line")));
            diff.text().forEach(one -> history.getChildren().add(line(one)));
        }
    }

    private Node row(PolicyVersion one) {
        var by = one.publishedBy();
        var look = new Button(words.text("policies.history.version", one.version()));
        look.getStyleClass().add("quiet");
        look.setOnAction(event -> model.compare(one));
        var what = wrapped(
                words.dateTime(one.publishedAt())
                        + (by == null ? "" : "  ·  " + by.displayName())
                        + (one.changed().isEmpty() ? "" : "  ·  " + String.join(", ", one.changed())),
                "secondary");
        HBox.setHgrow(what, Priority.ALWAYS);
        var row = new HBox(8, look, what);
        row.getStyleClass().add("version-row");
        return row;
    }

    private static Node line(PolicyDiff.Line one) {
        String sign = switch (one.kind()) {
            case SAME -> "   ";
            case ADDED -> "+  ";
            case REMOVED -> "−  ";
        };
        var line = wrapped(sign + one.line(), "diff-" + one.kind().name().toLowerCase(Locale.ROOT));
        line.getStyleClass().add("diff-line");
        return line;
    }

    private static Label wrapped(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Label faint(String words) {
        return wrapped(words, "faint");
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
                Shortcut.PUBLISH, model::publish,
                Shortcut.PREVIEW, this::turnPage,
                Shortcut.NEXT_PANE, this::nextPane,
                Shortcut.LOOK_AGAIN, model::lookAgain);
    }

    private void turnPage() {
        var now = tabs.getSelectedToggle();
        tabs.selectToggle(now == writing ? showing : now == showing ? past : writing);
    }

    private void nextPane() {
        if (list.isFocused()) {
            (tabs.getSelectedToggle() == writing ? text : writing).requestFocus();
        } else if (isIn(middle)) {
            language.requestFocus();
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
        list.requestFocus();
    }

    private Region shape() {
        return Skeleton.item(words.text("policies.loading"));
    }

    /// A policy in the list: its name, and what sets it apart.
    private final class PolicyCell extends ListCell<PolicyView> {
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

    /// Says a choice in words; nothing is ever read back.
    private static final class Words<T> extends StringConverter<T> {
        private final java.util.function.Function<T, String> say;

        Words(java.util.function.Function<T, String> say) {
            this.say = say;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : say.apply(value);
        }

        @Override
        public T fromString(String words) {
            throw new UnsupportedOperationException("choices are chosen, not typed");
        }
    }
}
