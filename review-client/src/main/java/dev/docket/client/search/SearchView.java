package dev.docket.client.search;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.control.StatePane;
import dev.docket.client.common.explain.ExplanationCard;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.Layer;
import dev.docket.client.common.media.MediaPane;
import dev.docket.client.common.pick.PickCard;
import dev.docket.client.common.screen.ScreenView;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.search.SearchHit;
import java.util.EnumMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The search screen: a field and its filters above, what was found on the left, the item that is looked at on the
/// right.
public final class SearchView implements ScreenView {
    private static final double RESULTS_WIDTH = 480;
    private static final double NARROW_RESULTS_WIDTH = 360;
    private static final double FOLD_BELOW = 1080;

    private final SearchViewModel model;
    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final StatePane state;
    private final MediaPane media;
    private final ItemDetails details;
    private final KeyButton outcome;
    private final KeyButton since;
    private final Button like = new Button();
    private final Button more = new Button();

    @FXML
    private BorderPane root;

    @FXML
    private TextField field;

    @FXML
    private FlowPane filters;

    @FXML
    private StackPane stage;

    private final Label said = new Label();

    @FXML
    private VBox head;

    @FXML
    private HBox page;

    @FXML
    private VBox resultsColumn;

    @FXML
    private ListView<SearchHit> results;

    @FXML
    private ScrollPane detailsScroll;

    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    public SearchView(SearchViewModel model, Messages messages, Shortcuts shortcuts) {
        this.model = model;
        this.shortcuts = shortcuts;
        words = new ItemWords(messages);
        media = new MediaPane(model.gallery(), words, shortcuts, MediaPane.Size.BESIDE, model.cover()::reveal);
        model.cover().layerProperty().subscribe(media::reveal);
        details = new ItemDetails(
                words,
                shortcuts,
                media,
                new ItemDetails.Deeds(
                        model::likeThis,
                        model::readStatement,
                        model::reverse,
                        this::reassign,
                        model::makeGolden,
                        model::toggleExplanation),
                model::now);
        outcome = new KeyButton("", shortcuts.display(Shortcut.FILTER_OUTCOME));
        outcome.setOnAction(event -> model.nextOutcome());
        since = new KeyButton("", shortcuts.display(Shortcut.FILTER_SINCE));
        since.setOnAction(event -> model.nextSince());
        var again = new KeyButton(words.text("search.state.again"), shortcuts.display(Shortcut.LOOK_AGAIN));
        again.setOnAction(event -> model.lookAgain());
        again.managedProperty().bind(again.visibleProperty());
        state = new StatePane(shape(), again);
        model.stateProperty()
                .subscribe(now ->
                        again.setVisible(now == SearchViewModel.State.OFFLINE || now == SearchViewModel.State.ERROR));
    }

    @FXML
    void initialize() {
        field.setPromptText(words.text("search.field"));
        field.setAccessibleText(words.text("search.field"));
        field.textProperty().bindBidirectional(model.textProperty());
        field.setOnAction(event -> model.search());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveField);
        like.getStyleClass().add("like-chip");
        like.setGraphic(new FontIcon("mdi2c-close"));
        like.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        like.setMnemonicParsing(false);
        like.managedProperty().bind(like.visibleProperty());
        like.setOnAction(event -> model.dropLike());
        filters.getChildren().setAll(outcome, since, like);
        results.setItems(model.hits());
        results.setCellFactory(list -> new ResultCell(words, model::now));
        results.setAccessibleText(words.text("search.results"));
        results.getSelectionModel().selectedItemProperty().subscribe(hit -> {
            if (hit != null) {
                model.select(hit);
            }
        });
        more.setText(words.text("search.more"));
        more.getStyleClass().add("more-button");
        more.setMaxWidth(Double.MAX_VALUE);
        more.managedProperty().bind(more.visibleProperty());
        more.visibleProperty().bind(model.moreProperty());
        more.setOnAction(event -> model.readMore());
        resultsColumn.getChildren().add(more);
        detailsScroll.setContent(details);
        var card = new ReversalCard(model.reversal(), words);
        var statement = new StatementCard(model.statement(), words, shortcuts);
        StackPane.setAlignment(statement, Pos.CENTER);
        var explanation =
                new ExplanationCard(model.explaining(), words, details::text, shortcuts.display(Shortcut.HIDE));
        StackPane.setAlignment(explanation, Pos.BOTTOM_LEFT);
        StackPane.setMargin(explanation, new Insets(0, 0, 12, 12));
        var pick = new PickCard(model.picking(), words);
        stage.getChildren().addAll(state, explanation, card, statement, pick);
        StackPane.setAlignment(card, Pos.CENTER);
        StackPane.setAlignment(pick, Pos.CENTER);
        said.getStyleClass().addAll("said-line", "hairline-bottom");
        said.setMaxWidth(Double.MAX_VALUE);
        said.managedProperty().bind(said.visibleProperty());
        head.getChildren().add(said);
        shortcuts.install(root, Scope.SEARCH, deeds());
        root.widthProperty().subscribe(width -> fold(width.doubleValue() < FOLD_BELOW));
        bindModel();
    }

    private Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        deeds.put(Shortcut.REVERSE, model::reverse);
        deeds.put(Shortcut.STATEMENT, model::readStatement);
        deeds.put(Shortcut.EXPLAIN, model::toggleExplanation);
        deeds.put(Shortcut.READER, model.statement()::otherReader);
        deeds.put(Shortcut.PREVIOUS_DECISION, () -> model.statement().step(-1));
        deeds.put(Shortcut.NEXT_DECISION, () -> model.statement().step(1));
        deeds.put(Shortcut.REASSIGN, this::reassign);
        deeds.put(Shortcut.GOLDEN, model::makeGolden);
        deeds.put(Shortcut.FIND, this::toField);
        deeds.put(Shortcut.HIDE, this::hide);
        deeds.put(Shortcut.FILTER_OUTCOME, model::nextOutcome);
        deeds.put(Shortcut.FILTER_SINCE, model::nextSince);
        deeds.put(Shortcut.LIKE_THIS, model::likeThis);
        deeds.put(Shortcut.REVEAL, model.cover()::reveal);
        deeds.put(Shortcut.REVEAL_ALL, model.cover()::revealAll);
        deeds.put(Shortcut.MAP, media::toggleMap);
        deeds.put(Shortcut.NEXT_MEDIUM, () -> model.gallery().move(1));
        deeds.put(Shortcut.NEXT_PANE, this::nextPane);
        deeds.put(Shortcut.LOOK_AGAIN, () -> {
            model.lookAgain();
            model.gallery().lookAgain();
        });
        return deeds;
    }

    private void bindModel() {
        model.stateProperty().subscribe(now -> showState());
        model.outcomeProperty().subscribe(chosen -> showFilters());
        model.sinceProperty().subscribe(chosen -> showFilters());
        model.likeProperty().subscribe(chosen -> showFilters());
        model.selectedProperty().subscribe(hit -> {
            results.getSelectionModel().select(hit);
            details.show(hit);
            details.showStatement(model.statement().isThere(hit));
            details.showReversible(model.reversal().of(hit).isPresent());
            details.showSettleable(model.mayMakeGolden());
            details.showExplicable(model.mayExplain() && hit != null && hit.text() != null);
            detailsScroll.setVvalue(0);
        });
        model.itemProperty().subscribe(whole -> details.showAll(whole));
        model.explaining()
                .explanationProperty()
                .subscribe(known -> details.explain(known, model.explaining().flip()));
        model.whereaboutsProperty().subscribe(known -> {
            details.showPlaces(known);
            details.showMovable(model.place() != null);
        });
        model.receiptProperty().subscribe(done -> showSaid());
        model.doneProperty().subscribe(done -> showSaid());
        model.picking().draftProperty().subscribe(draft -> {
            if (draft == null && root.getScene() != null) {
                focus();
            }
        });
        model.reversal().draftProperty().subscribe(draft -> {
            if (draft == null && root.getScene() != null) {
                focus();
            }
        });
        model.stateProperty().subscribe(now -> {
            if (now == SearchViewModel.State.LOADING) {
                results.scrollTo(0);
            }
        });
    }

    private void reassign() {
        model.reassign(details::said);
    }

    private void showSaid() {
        var receipt = model.receiptProperty().get();
        var done = model.doneProperty().get();
        if (receipt != null) {
            said.setText(words.text("search.reversed." + reversed(receipt)));
        } else if (done != null) {
            said.setText(words.named("search.done", done.name().replace('_', '-')));
        }
        said.setVisible(receipt != null || done != null);
    }

    private static String reversed(DecisionReceipt done) {
        return done.state() == DecisionState.AWAITING_SECOND ? "awaits" : "done";
    }

    private void fold(boolean narrow) {
        double width = narrow ? NARROW_RESULTS_WIDTH : RESULTS_WIDTH;
        resultsColumn.setMinWidth(width);
        resultsColumn.setPrefWidth(width);
        resultsColumn.setMaxWidth(width);
    }

    private static Region shape() {
        var rows = Skeleton.column("skeleton-side");
        for (int row = 0; row < 6; row++) {
            rows.getChildren()
                    .addAll(Skeleton.bar(400, 14), Skeleton.bar(280, 14), Skeleton.bar(180, 10), Skeleton.gap(8));
        }
        return rows;
    }

    private void showState() {
        var now = model.stateProperty().get();
        page.setVisible(now == SearchViewModel.State.FOUND);
        switch (now) {
            case START -> say("start", "mdi2f-file-search-outline", words.text("search.state.start.keys"));
            case NOTHING -> say("nothing", "mdi2f-file-hidden", "");
            case OFFLINE -> say("offline", "mdi2c-cloud-off-outline", "");
            case ERROR -> state.say(StatePane.Message.fault(words.text("search.state.error.title"), problem(), ""));
            case LOADING -> state.loading();
            case FOUND -> state.clear();
        }
    }

    private void say(String what, String icon, String details) {
        state.say(new StatePane.Message(
                icon, words.text("search.state." + what + ".title"), words.text("search.state." + what), details));
    }

    private String problem() {
        var refusal = model.problemProperty().get();
        return refusal != null && words.knows("problem", refusal.slug())
                ? words.named("problem", refusal.slug())
                : words.text("search.state.error");
    }

    private void showFilters() {
        var chosen = model.outcomeProperty().get();
        outcome.setText(chosen == null ? words.text("search.outcome.any") : words.outcome(chosen));
        outcome.describe(words.text("search.outcome.said", outcome.getText()));
        outcome.show(chosen != null, false);
        var back = model.sinceProperty().get();
        since.setText(words.text(back.messageKey()));
        since.describe(words.text("search.since.said", since.getText()));
        since.show(back != Since.EVER, false);
        var example = model.likeProperty().get();
        like.setVisible(example != null);
        if (example != null) {
            like.setText(words.text("search.like", example.externalId()));
            like.setAccessibleText(words.text("search.like.drop", example.externalId()));
        }
    }

    private void leaveField(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !model.hits().isEmpty()) {
            results.requestFocus();
            event.consume();
        }
    }

    /// First what lies over the screen, then the pictures, then the way back to the field.
    private void hide() {
        if (model.statement().openProperty().get() != null) {
            model.statement().close();
            focus();
        } else if (model.explaining().isOpen()) {
            model.explaining().close();
        } else if (model.cover().layerProperty().get() == Layer.BLURRED) {
            toField();
        } else {
            model.cover().hide();
        }
    }

    private void toField() {
        field.requestFocus();
        field.selectAll();
    }

    private void nextPane() {
        if (field.isFocused() && !model.hits().isEmpty()) {
            results.requestFocus();
        } else if (results.isFocused()) {
            details.focusText();
        } else {
            toField();
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        if (model.hits().isEmpty()) {
            toField();
        } else {
            results.requestFocus();
        }
    }
}
