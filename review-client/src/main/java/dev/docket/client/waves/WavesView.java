package dev.docket.client.waves;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.control.StatePane;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.Layer;
import dev.docket.client.common.screen.ScreenView;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.waves.WavesViewModel.State;
import dev.docket.dto.precedents.WaveSummary;
import dev.docket.dto.precedents.WaveView.Member;
import java.util.EnumMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The waves screen: the waves left, the items of one in the middle, the selected item right, what is done with all of
/// them below.
public final class WavesView implements ScreenView {
    private static final double WAVES_WIDTH = 304;
    private static final double DETAILS_WIDTH = 320;
    private static final double FOLD_BELOW = 1120;

    private final WavesViewModel model;
    private final OpenWave wave;
    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final ListView<WaveSummary> waves = new ListView<>();
    private final ListView<Member> members = new ListView<>();
    private final MemberDetails details;
    private final WaveBar bar;
    private final StatePane state;
    private final HBox line = new HBox(10);
    private final Label said = new Label();
    private final Label title = new Label();
    private final Label facts = new Label();
    private final KeyButton leaveOut;
    private boolean showing;

    @FXML
    private BorderPane root;

    @FXML
    private StackPane stage;

    @FXML
    private HBox page;

    @FXML
    private VBox list;

    @FXML
    private VBox middle;

    @FXML
    private ScrollPane detailsScroll;

    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    public WavesView(WavesViewModel model, Messages messages, Shortcuts shortcuts) {
        this.model = model;
        this.shortcuts = shortcuts;
        wave = model.wave();
        words = new ItemWords(messages);
        details = new MemberDetails(words, shortcuts, wave.gallery(), wave.cover());
        bar = new WaveBar(wave, words, shortcuts);
        leaveOut = new KeyButton(words.text("waves.leave-out"), shortcuts.display(Shortcut.LEAVE_OUT));
        leaveOut.setOnAction(event -> wave.toggle());
        var again = new KeyButton(words.text("waves.state.again"), shortcuts.display(Shortcut.LOOK_AGAIN));
        again.setOnAction(event -> model.lookAgain());
        state = new StatePane(shape(), again);
    }

    @FXML
    void initialize() {
        var heading = new Label(words.heading("waves.title"));
        heading.getStyleClass().add("overline");
        waves.setId("waves");
        waves.setAccessibleText(words.text("waves.title"));
        waves.setCellFactory(of -> new WaveCell(words, model.nowProperty()::get));
        waves.getStyleClass().add("waves-list");
        VBox.setVgrow(waves, Priority.ALWAYS);
        list.getChildren().setAll(heading, waves);
        width(list, WAVES_WIDTH);
        members.setId("members");
        members.setAccessibleText(words.text("waves.members"));
        members.setCellFactory(of -> new MemberCell(wave, words, one -> wave.toggle(one.itemId())));
        members.getStyleClass().add("members-list");
        VBox.setVgrow(members, Priority.ALWAYS);
        line.getStyleClass().addAll("said-line", "hairline-bottom");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().setAll(said);
        said.setWrapText(true);
        middle.getChildren().setAll(line, head(), members);
        detailsScroll.setContent(details);
        width(detailsScroll, DETAILS_WIDTH);
        stage.getChildren().add(state);
        root.setBottom(bar);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedWhileTyping);
        shortcuts.install(root, Scope.WAVES, deeds());
        root.widthProperty().subscribe(width -> fold(width.doubleValue() < FOLD_BELOW));
        bind();
    }

    private void fold(boolean narrow) {
        show(detailsScroll, !narrow);
        bar.narrow(narrow);
    }

    private HBox head() {
        title.getStyleClass().add("title");
        facts.getStyleClass().add("secondary");
        facts.setWrapText(true);
        leaveOut.setMinWidth(Region.USE_PREF_SIZE);
        var column = new VBox(4, title, facts);
        HBox.setHgrow(column, Priority.ALWAYS);
        var head = new HBox(16, column, leaveOut);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("wave-head");
        return head;
    }

    private static void width(Region pane, double width) {
        pane.setMinWidth(width);
        pane.setPrefWidth(width);
        pane.setMaxWidth(width);
    }

    /// The grey shape of the list and one wave's items.
    private Region shape() {
        var rows = Skeleton.column("skeleton-side", Skeleton.bar(90, 10));
        for (int row = 0; row < 4; row++) {
            rows.getChildren().addAll(Skeleton.bar(140, 14), Skeleton.bar(240, 12), Skeleton.gap(8));
        }
        var items = Skeleton.column("skeleton-item", Skeleton.bar(220, 20), Skeleton.gap(16));
        for (int row = 0; row < 7; row++) {
            items.getChildren().addAll(Skeleton.bar(480, 14), Skeleton.gap(12));
        }
        HBox.setHgrow(items, Priority.ALWAYS);
        var both = new HBox(rows, items);
        both.setAccessibleText(words.text("waves.state.loading"));
        return both;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        if (model.wavesProperty().get() == null) {
            root.requestFocus();
        } else if (wave.viewProperty().get() == null) {
            waves.requestFocus();
        } else {
            members.requestFocus();
        }
    }

    private void bind() {
        model.stateProperty().subscribe(now -> showState());
        model.wavesProperty().subscribe(all -> showWaves());
        model.policiesProperty().subscribe(bar::policies);
        model.nowProperty().subscribe(now -> showTime());
        wave.viewProperty().subscribe(view -> showWave());
        wave.leftOutProperty().subscribe(out -> showLeftOut());
        wave.sideProperty().subscribe(side -> showBar());
        wave.thumbnails().arrivalsProperty().subscribe(count -> members.refresh());
        wave.cover().layerProperty().subscribe(layer -> members.refresh());
        wave.choiceProperty().subscribe(choice -> showBar());
        wave.approvedProperty().subscribe(approved -> showBar());
        wave.busyProperty().subscribe(busy -> showBar());
        wave.progressProperty().subscribe(progress -> showBar());
        wave.lineProperty().subscribe(now -> showSaid());
        wave.memberProperty().subscribe(member -> showMember());
        wave.itemProperty().subscribe(item -> showMember());
        waves.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        members.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (one != null && !showing) {
                wave.select(one);
            }
        });
    }

    private void chosen(@Nullable WaveSummary summary) {
        if (summary != null && !showing) {
            model.open(summary);
        }
    }

    // Showing

    private void showState() {
        var all = model.wavesProperty().get();
        boolean nothing = all != null && all.isEmpty() && wave.viewProperty().get() == null;
        show(page, all != null && !nothing);
        showSaid();
        if (nothing) {
            state.say(StatePane.Message.empty(
                    words.text("waves.state.empty.title"), words.text("waves.state.empty"), ""));
        } else if (all != null) {
            state.clear();
        } else {
            showUnread();
        }
    }

    private void showUnread() {
        switch (model.stateProperty().get()) {
            case LOADING, READY -> state.loading();
            case OFFLINE ->
                state.say(StatePane.Message.offline(
                        words.text("waves.state.offline.title"), words.text("waves.state.offline"), ""));
            case ERROR -> state.say(StatePane.Message.fault(words.text("waves.state.error.title"), problem(), ""));
        }
    }

    private String problem() {
        var refusal = model.problemProperty().get();
        return refusal != null && words.knows("problem", refusal.slug())
                ? words.named("problem", refusal.slug())
                : words.text("waves.state.error");
    }

    /// The list is drawn anew with every reading; the wave at hand stays the selected one.
    private void showWaves() {
        var all = model.wavesProperty().get();
        if (all != null) {
            showing = true;
            waves.getItems().setAll(all);
            showing = false;
            markOpen();
        }
        showState();
    }

    private void markOpen() {
        String open = wave.id();
        showing = true;
        waves.getItems().stream()
                .filter(one -> one.id().equals(open))
                .findFirst()
                .ifPresentOrElse(
                        one -> waves.getSelectionModel().select(one),
                        () -> waves.getSelectionModel().clearSelection());
        showing = false;
    }

    private void showWave() {
        var view = wave.viewProperty().get();
        show(members, view != null);
        show(leaveOut, wave.canFind());
        if (view == null) {
            title.setText("");
            facts.setText("");
        } else {
            title.setText(words.text("waves.head", view.wave().size()));
            facts.setText(words.text("waves.head.facts", words.queue(view.wave().queue())));
            showing = true;
            members.getItems().setAll(view.members());
            showing = false;
        }
        markOpen();
        showMember();
        showBar();
        showState();
    }

    private void showLeftOut() {
        members.refresh();
        showBar();
    }

    private void showMember() {
        var member = wave.memberProperty().get();
        details.show(member, wave.itemProperty().get());
        showing = true;
        if (member != null) {
            members.getSelectionModel().select(member);
        }
        showing = false;
        showMemberButton();
    }

    private void showBar() {
        bar.show(model.nowProperty().get());
        showMemberButton();
    }

    private void showMemberButton() {
        leaveOut.setDisable(wave.busyProperty().get());
        var member = wave.memberProperty().get();
        leaveOut.setText(words.text(
                member != null && wave.leftOutProperty().get().contains(member.itemId())
                        ? "waves.take-in"
                        : "waves.leave-out"));
    }

    private void showTime() {
        bar.show(model.nowProperty().get());
    }

    private void showSaid() {
        String text = saying();
        said.setText(text);
        show(line, !text.isEmpty());
    }

    private String saying() {
        if (model.wavesProperty().get() != null && model.stateProperty().get() != State.READY) {
            return words.text("waves.said.old");
        }
        var last = wave.lineProperty().get();
        if (last == null) {
            return "";
        }
        String why = last.slug() != null && words.knows("problem", last.slug())
                ? " " + words.named("problem", last.slug())
                : "";
        return words.named("waves.said", last.said().name().replace('_', '-')) + why;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    // Keys

    private Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        deeds.putAll(bar.finding().keys());
        deeds.put(Shortcut.LEAVE_OUT, wave::toggle);
        deeds.put(Shortcut.NOTE, () -> bar.reasons().requestFocus());
        deeds.put(Shortcut.DECIDE, wave::decide);
        deeds.put(Shortcut.LEFT_SIDE, () -> wave.takeSide(0));
        deeds.put(Shortcut.RIGHT_SIDE, () -> wave.takeSide(1));
        deeds.put(Shortcut.REFUSE_WAVE, wave::refuse);
        deeds.put(Shortcut.UNDO, wave::undo);
        deeds.put(Shortcut.REVERSE_WAVE, wave::reverse);
        deeds.put(Shortcut.HIDE, this::hide);
        deeds.put(Shortcut.REVEAL, wave.cover()::reveal);
        deeds.put(Shortcut.REVEAL_ALL, wave.cover()::revealAll);
        deeds.put(Shortcut.MAP, details.media()::toggleMap);
        deeds.put(Shortcut.NEXT_MEDIUM, () -> wave.gallery().move(1));
        deeds.put(Shortcut.LOOK_AGAIN, () -> {
            model.lookAgain();
            wave.gallery().lookAgain();
            wave.thumbnails().lookAgain();
        });
        deeds.put(Shortcut.NEXT_PANE, this::nextPane);
        return deeds;
    }

    /// First the pictures, then the way back to the list.
    private void hide() {
        if (wave.cover().layerProperty().get() == Layer.BLURRED) {
            waves.requestFocus();
        } else {
            wave.cover().hide();
        }
    }

    private void nextPane() {
        var focus = focused();
        if (focus == waves) {
            members.requestFocus();
        } else if (focus == members && bar.reasons().isVisible()) {
            bar.reasons().requestFocus();
        } else {
            waves.requestFocus();
        }
    }

    /// Leaving the reasons is ours: Esc and Enter go back to the items.
    private void pressedWhileTyping(KeyEvent event) {
        boolean leaves = event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER;
        if (leaves && focused() instanceof TextInputControl) {
            members.requestFocus();
            event.consume();
        }
    }

    private @Nullable Node focused() {
        return root.getScene() == null ? null : root.getScene().getFocusOwner();
    }
}
