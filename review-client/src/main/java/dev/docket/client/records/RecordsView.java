package dev.docket.client.records;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.SaveDialog;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.control.StatePane;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.screen.ScreenView;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.enforcement.NcmecReportView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Records screen: sections on the left; figures, an export, or reports to the CyberTipline in the middle.
public final class RecordsView implements ScreenView {
    private static final List<Shortcut> SECTION_KEYS =
            List.of(Shortcut.RECORDS_1, Shortcut.RECORDS_2, Shortcut.RECORDS_3);
    private static final double LIST_WIDTH = 300;

    private final RecordsViewModel model;
    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final SaveDialog saves;
    private final Map<Section, KeyButton> tabs = new EnumMap<>(Section.class);
    private final Map<Section, Node> pages = new EnumMap<>(Section.class);
    private final Label title = new Label();
    private final Label said = new Label();
    private final PeriodBar period;
    private final KeyButton keep;
    private final KeyButton begin;
    private final StatePane state;
    private final ListView<NcmecReportView> reports = new ListView<>();
    private final ReportPane report;
    private final PreparePane prepare;
    private final TransparencyPane figures;
    private final ExportPane export;
    private boolean showing;

    @FXML
    private BorderPane root;

    @FXML
    private VBox sections;

    @FXML
    private VBox middle;

    @FXML
    private StackPane stage;

    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    public RecordsView(RecordsViewModel model, Messages messages, Shortcuts shortcuts, SaveDialog saves) {
        this.model = model;
        this.shortcuts = shortcuts;
        this.saves = saves;
        words = new ItemWords(messages);
        period = new PeriodBar(model, words, shortcuts.display(Shortcut.STRETCH));
        keep = new KeyButton(words.text("records.keep"), shortcuts.display(Shortcut.KEEP_FILE));
        keep.setOnAction(event -> keep());
        begin = new KeyButton(words.text("records.ncmec.new"), shortcuts.display(Shortcut.NEW_REPORT));
        begin.setOnAction(event -> begin());
        var again = new KeyButton(words.text("records.state.again"), shortcuts.display(Shortcut.LOOK_AGAIN));
        again.setOnAction(event -> model.lookAgain());
        state = new StatePane(shape(), again);
        figures = new TransparencyPane(model.transparency(), words, messages.locale());
        export = new ExportPane(model.export(), words, shortcuts, this::keep);
        report = new ReportPane(model.reports(), words, shortcuts, this::keep);
        prepare = new PreparePane(model.reports(), words, shortcuts);
    }

    @FXML
    void initialize() {
        var heading = new Label(words.heading("records.title"));
        heading.getStyleClass().add("overline");
        sections.getChildren().add(heading);
        model.sections().forEach(section -> sections.getChildren().add(tab(section)));
        pages.put(Section.TRANSPARENCY, scrolled(figures));
        pages.put(Section.EXPORT, export);
        StackPane.setAlignment(export, Pos.TOP_LEFT);
        pages.put(Section.NCMEC, ncmec());
        said.getStyleClass().addAll("records-said", "hairline-bottom");
        said.setMaxWidth(Double.MAX_VALUE);
        said.setWrapText(true);
        said.managedProperty().bind(said.visibleProperty());
        middle.getChildren().addAll(0, List.of(said, head()));
        stage.getChildren().setAll(pages.values());
        stage.getChildren().add(state);
        shortcuts.install(root, Scope.RECORDS, deeds());
        bindModel();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        if (model.sectionProperty().get() == Section.NCMEC) {
            reports.requestFocus();
        } else {
            root.requestFocus();
        }
    }

    // Building

    private KeyButton tab(Section section) {
        var tab =
                new KeyButton(words.text(section.messageKey()), shortcuts.display(SECTION_KEYS.get(section.ordinal())));
        tab.getStyleClass().add("quiet");
        tab.setOnAction(event -> model.go(section));
        tabs.put(section, tab);
        return tab;
    }

    private Node head() {
        title.getStyleClass().add("title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (var part : List.of(period, keep, begin)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        keep.setMinWidth(Region.USE_PREF_SIZE);
        begin.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(12, title, gap, period, keep, begin);
        head.getStyleClass().add("records-head");
        return head;
    }

    private Node ncmec() {
        reports.setCellFactory(list -> new ReportCell(words));
        reports.setMinWidth(LIST_WIDTH);
        reports.setPrefWidth(LIST_WIDTH);
        reports.setMaxWidth(LIST_WIDTH);
        reports.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!showing && one != null) {
                model.reports().select(one);
            }
        });
        var never = new Label(words.text("records.ncmec.never"));
        never.getStyleClass().add("records-never");
        never.setWrapText(true);
        never.setMaxWidth(Double.MAX_VALUE);
        never.setMinHeight(Region.USE_PREF_SIZE);
        var side = new StackPane(report, prepare);
        HBox.setHgrow(side, Priority.ALWAYS);
        side.setMinWidth(0);
        side.getStyleClass().add("hairline-left");
        var lists = new HBox(reports, side);
        VBox.setVgrow(lists, Priority.ALWAYS);
        return new VBox(never, lists);
    }

    private static ScrollPane scrolled(Region content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("records-scroll");
        return scroll;
    }

    private Region shape() {
        var rows = Skeleton.column("skeleton-item", Skeleton.bar(220, 16), Skeleton.gap(8));
        for (int row = 0; row < 8; row++) {
            rows.getChildren().add(Skeleton.bar(720, 14));
        }
        rows.setAccessibleText(words.text("records.state.loading"));
        return rows;
    }

    // Showing

    private void bindModel() {
        model.sectionProperty().subscribe(section -> showSection());
        model.transparency().stateProperty().subscribe(now -> showSection());
        model.reports().stateProperty().subscribe(now -> showSection());
        model.reports().preparingProperty().subscribe(open -> {
            prepare.setVisible(open);
            report.setVisible(!open && model.reports().selectedProperty().get() != null);
            showSection();
        });
        model.reports().allProperty().subscribe(this::showReports);
        model.reports()
                .selectedProperty()
                .subscribe(one -> showReports(model.reports().allProperty().get()));
        model.toldProperty().subscribe(this::showTold);
    }

    private void showSection() {
        var section = model.sectionProperty().get();
        tabs.forEach((each, tab) -> tab.show(each == section, false));
        title.setText(words.text(section.messageKey()));
        period.setVisible(section != Section.NCMEC);
        keep.setVisible(section == Section.TRANSPARENCY);
        begin.setVisible(section == Section.NCMEC);
        var now = stateOf(section);
        boolean writing =
                section == Section.NCMEC && model.reports().preparingProperty().get();
        boolean ready = now == State.READY || writing;
        pages.forEach((each, page) -> page.setVisible(each == section && ready));
        keep.setDisable(now != State.READY);
        if (ready) {
            state.clear();
        } else if (now == State.LOADING) {
            state.loading();
        } else {
            state.say(message(section, now));
        }
    }

    private State stateOf(Section section) {
        return switch (section) {
            case TRANSPARENCY -> model.transparency().stateProperty().get();
            case EXPORT -> State.READY;
            case NCMEC -> model.reports().stateProperty().get();
        };
    }

    private StatePane.Message message(Section section, State now) {
        return switch (now) {
            case OFFLINE ->
                StatePane.Message.offline(
                        words.text("records.state.offline.title"), words.text("records.state.offline"), "");
            case ERROR ->
                StatePane.Message.fault(words.text("records.state.error.title"), words.text("records.state.error"), "");
            case EMPTY, LOADING, READY ->
                section == Section.NCMEC
                        ? StatePane.Message.empty(
                                words.text("records.ncmec.empty.title"), words.text("records.ncmec.empty"), "")
                        : StatePane.Message.empty(
                                words.text("records.transparency.empty.title"),
                                words.text("records.transparency.empty"),
                                "");
        };
    }

    private void showReports(List<NcmecReportView> all) {
        showing = true;
        if (!reports.getItems().equals(all)) {
            reports.getItems().setAll(all);
        }
        var one = model.reports().selectedProperty().get();
        all.stream()
                .filter(row -> one != null && row.id().equals(one.id()))
                .findFirst()
                .ifPresent(row -> reports.getSelectionModel().select(row));
        showing = false;
        report.setVisible(one != null && !model.reports().preparingProperty().get());
    }

    private void showTold(@Nullable Told told) {
        said.setVisible(told != null);
        if (told == null) {
            prepare.show(List.of());
            return;
        }
        String slug = told.slug();
        String why = slug != null && words.knows("problem", slug) ? " " + words.named("problem", slug) : "";
        said.setText(words.text("records.said." + told.kind(), told.of()) + why);
        prepare.show(told.errors());
    }

    // Keys

    private Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        for (var section : model.sections()) {
            deeds.put(SECTION_KEYS.get(section.ordinal()), () -> {
                model.go(section);
                focus();
            });
        }
        deeds.put(Shortcut.STRETCH, model::nextStretch);
        deeds.put(Shortcut.KEEP_FILE, this::keep);
        deeds.put(Shortcut.LEAVE_INCOMPLETE, this::skip);
        deeds.put(Shortcut.NEW_REPORT, this::begin);
        deeds.put(Shortcut.PREPARE, this::prepare);
        deeds.put(Shortcut.PREVIEW_REPORT, onReports(model.reports()::preview));
        deeds.put(Shortcut.RELEASE, onReports(model.reports()::release));
        deeds.put(Shortcut.FILED, onReports(report::focusNumber));
        deeds.put(Shortcut.WITHDRAW, onReports(model.reports()::withdraw));
        deeds.put(Shortcut.HIDE, this::hide);
        deeds.put(Shortcut.LOOK_AGAIN, model::lookAgain);
        deeds.put(Shortcut.NEXT_PANE, this::nextPane);
        return deeds;
    }

    private Runnable onReports(Runnable deed) {
        return () -> {
            if (model.sectionProperty().get() == Section.NCMEC
                    && !model.reports().preparingProperty().get()) {
                deed.run();
            }
        };
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

    private void skip() {
        if (model.sectionProperty().get() == Section.EXPORT) {
            model.export().skip(!model.export().skippingProperty().get());
        }
    }

    private void begin() {
        if (model.sectionProperty().get() == Section.NCMEC) {
            model.reports().begin();
            prepare.focusFirst();
        }
    }

    private void prepare() {
        if (model.reports().preparingProperty().get()) {
            prepare.prepare();
        }
    }

    private void hide() {
        model.putAside();
        focus();
    }

    private void nextPane() {
        if (model.sectionProperty().get() != Section.NCMEC) {
            period.focusFirst();
        } else if (model.reports().preparingProperty().get()) {
            prepare.focusFirst();
        } else {
            reports.requestFocus();
        }
    }
}
