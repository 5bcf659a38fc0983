package dev.docket.client.search;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.explain.Explaining;
import dev.docket.client.common.item.Cover;
import dev.docket.client.common.media.Gallery;
import dev.docket.client.common.pick.MakeGolden;
import dev.docket.client.common.pick.Picking;
import dev.docket.client.common.pick.Reassign;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.client.search.SearchApi.Query;
import dev.docket.dto.Page;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.queue.Whereabouts;
import dev.docket.dto.queue.Whereabouts.Place;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.search.SearchHit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The search screen without its window: one field, a few filters, what they find and the item that is looked at.
///
/// A search is asked when the person says so, never while they type: each one is written down on the floor.
public final class SearchViewModel implements ScreenModel {
    /// What the place of the results shows.
    public enum State {
        /// Nothing was asked yet.
        START,
        LOADING,
        FOUND,
        NOTHING,
        OFFLINE,
        ERROR
    }

    /// Between two quiet searches.
    static final Duration PAUSE = Duration.ofSeconds(5);

    /// What a supervisor just did with the item.
    public enum Done {
        REASSIGNED,
        MADE_GOLDEN
    }

    private final SearchApi api;
    private final Background background;
    private final Gallery gallery;
    private final Cover cover;
    private final InstantSource clock;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<SearchHit> hits = FXCollections.observableArrayList();
    /// Held here: a view of a list that nobody holds is collected, and its listeners with it.
    private final ObservableList<SearchHit> shownHits = FXCollections.unmodifiableObservableList(hits);

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.START);
    private final ReadOnlyObjectWrapper<@Nullable ApiProblem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Since> since = new ReadOnlyObjectWrapper<>(Since.EVER);
    private final ReadOnlyObjectWrapper<@Nullable SearchHit> like = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SearchHit> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ItemView> item = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Whereabouts> whereabouts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DecisionReceipt> receipt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Done> done = new ReadOnlyObjectWrapper<>();
    private final Reversal reversal;
    private final Statement statement;
    private final Explaining explaining;
    private final Picking picking;
    private final Reassign reassign;
    private final MakeGolden makeGolden;
    private final boolean runsTheFloor;
    private final boolean mayExplain;
    /// The item to go back to when the same is asked again.
    private @Nullable String kept;
    private @Nullable Query asked;
    private @Nullable String next;
    private Cancellable searching = () -> {};
    private Cancellable reading = () -> {};
    private Cancellable locating = () -> {};
    private Cancellable pausing = () -> {};
    private Cancellable refreshing = () -> {};
    private boolean seen = true;
    private boolean stale;
    private boolean waiting;

    /// @param mayReverse whether the person may take decisions back, and read what was told of them
    /// @param runsTheFloor whether the person may reassign tasks and make items golden
    public SearchViewModel(
            SearchApi api, Background background, InstantSource clock, boolean mayReverse, boolean runsTheFloor) {
        this.api = api;
        this.background = background;
        this.gallery = new Gallery(api, background);
        this.clock = clock;
        this.cover = new Cover(clock);
        this.reversal = new Reversal(api, background, mayReverse, this::reversed);
        this.statement = new Statement(api, background, mayReverse);
        this.explaining = new Explaining(api, background);
        this.mayExplain = mayReverse;
        this.runsTheFloor = runsTheFloor;
        this.picking = new Picking(background);
        this.reassign = new Reassign(api);
        this.makeGolden = new MakeGolden(api);
    }

    @Override
    public void open() {
        // The screen opens empty: a search is somebody's wish.
    }

    @Override
    public void close() {
        seen = false;
        explaining.close();
        pausing.cancel();
        refreshing.cancel();
        searching.cancel();
        reading.cancel();
        locating.cancel();
    }

    @Override
    public void shown() {
        seen = true;
        if (stale) {
            refresh();
        }
    }

    @Override
    public void hidden() {
        seen = false;
    }

    /// When an item in sight is not what it was any more, the same is asked again, quietly and seldom: every search is
    /// written down on the floor.
    @Override
    public void happened(LiveEvent event) {
        if (event.type().equals("decision.changed")
                && event.payload().get("items") instanceof List<?> items
                && hits.stream().anyMatch(hit -> items.contains(hit.itemId()))) {
            stale = true;
            if (seen && !waiting) {
                waiting = true;
                pausing = background.after(PAUSE, this::refresh);
            }
        }
    }

    /// What is selected, open and scrolled to stays; items that do not match any more stay until somebody looks again.
    private void refresh() {
        waiting = false;
        var query = asked;
        if (query == null || !stale || !seen || state.get() != State.FOUND) {
            return;
        }
        stale = false;
        refreshing = background
                .run(() -> api.search(query))
                .onSuccess(this::renew)
                .onFailure(fault -> {
                    // What is shown stays; it is asked again with the next change.
                });
    }

    private void renew(Page<SearchHit> page) {
        for (var fresh : page.items()) {
            for (int at = 0; at < hits.size(); at++) {
                if (hits.get(at).itemId().equals(fresh.itemId())
                        && !hits.get(at).equals(fresh)) {
                    boolean looked = hits.get(at).equals(selected.get());
                    hits.set(at, fresh);
                    if (looked) {
                        selected.set(fresh);
                    }
                }
            }
        }
    }

    /// Asks for what is in the field and the filters; nothing when they are all empty.
    public void search() {
        var typed = Asked.of(text.get());
        var example = like.get();
        if (typed.isEmpty() && example == null && outcome.get() == null && since.get() == Since.EVER) {
            forget();
            return;
        }
        ask(
                new Query(
                        typed.words(),
                        typed.marked("author"),
                        typed.marked("source"),
                        typed.marked("policy"),
                        outcome.get(),
                        since.get().from(clock.instant()),
                        typed.marked("hash"),
                        example == null ? null : example.itemId(),
                        null),
                null);
    }

    /// Asks for the next page and adds it.
    public void readMore() {
        var query = asked;
        if (query != null && next != null && more.get()) {
            more.set(false);
            searching = background
                    .run(() -> api.search(query.after(next)))
                    .onSuccess(this::add)
                    .onFailure(fault -> more.set(true));
        }
    }

    /// Asks the same again.
    public void lookAgain() {
        if (asked != null) {
            ask(asked, selected.get() == null ? null : selected.get().itemId());
        }
    }

    /// Looks for items like the selected one.
    public void likeThis() {
        var example = selected.get();
        if (example != null) {
            text.set("");
            like.set(example);
            search();
        }
    }

    public void dropLike() {
        if (like.get() != null) {
            like.set(null);
            search();
        }
    }

    /// Any outcome, violations, approved.
    public void nextOutcome() {
        outcome.set(
                outcome.get() == null
                        ? Outcome.VIOLATION
                        : outcome.get() == Outcome.VIOLATION ? Outcome.APPROVE : null);
        search();
    }

    public void nextSince() {
        since.set(since.get().next());
        search();
    }

    private void take(@Nullable ItemView whole) {
        gallery.openItem(whole);
        cover.openMedia(!gallery.isEmpty());
        item.set(whole);
    }

    /// Shows an item beside the results, first what is known of it and then all of it.
    public void select(@Nullable SearchHit hit) {
        if (hit != null && hit.equals(selected.get())) {
            return;
        }
        reading.cancel();
        locating.cancel();
        take(null);
        whereabouts.set(null);
        reversal.cancel();
        statement.close();
        explaining.close();
        picking.cancel();
        done.set(null);
        selected.set(hit);
        if (hit != null) {
            reading = background
                    .run(() -> api.item(hit.itemId()))
                    .onSuccess(this::take)
                    .onFailure(fault -> {
                        // What the result said of it stays on show.
                    });
            locating = background
                    .run(() -> api.whereabouts(hit.itemId()))
                    .onSuccess(whereabouts::set)
                    .onFailure(fault -> {
                        // Not everybody may know; nothing is said then.
                    });
        }
    }

    /// Asks what becomes of the item's score without some of its words, or hides the answer again.
    public void toggleExplanation() {
        var whole = item.get();
        boolean readable = mayExplain
                && whole != null
                && whole.content() != null
                && whole.content().text() != null;
        explaining.toggle(readable && whole != null ? whole.id() : null, null);
    }

    /// Whether words of items may be asked about by this person.
    public boolean mayExplain() {
        return mayExplain;
    }

    public Explaining explaining() {
        return explaining;
    }

    /// Begins to take back the decision of the item that is looked at, where there is one to take back.
    public void reverse() {
        forgetDone();
        reversal.begin(selected.get());
    }

    /// Shows what was told of the decision of the item that is looked at.
    public void readStatement() {
        statement.open(selected.get());
    }

    private void reversed(DecisionReceipt taken) {
        askAgain();
        receipt.set(taken);
    }

    /// Begins to send the task of the item that is looked at elsewhere, where one waits or is held.
    ///
    /// @param subject the task in words
    public void reassign(Function<Place, String> subject) {
        var place = place();
        if (place != null) {
            forgetDone();
            picking.ask(reassign.of(place.taskId(), subject.apply(place), place.queue(), () -> did(Done.REASSIGNED)));
        }
    }

    /// The task that would be reassigned; null where there is none, or the person may not.
    public @Nullable Place place() {
        var known = whereabouts.get();
        return !runsTheFloor || known == null || known.tasks().isEmpty()
                ? null
                : known.tasks().getFirst();
    }

    /// Begins to make the item that is looked at golden.
    public void makeGolden() {
        var hit = selected.get();
        if (hit != null && mayMakeGolden()) {
            forgetDone();
            picking.ask(makeGolden.of(hit.itemId(), hit.externalId(), () -> did(Done.MADE_GOLDEN)));
        }
    }

    public boolean mayMakeGolden() {
        return runsTheFloor;
    }

    private void did(Done what) {
        askAgain();
        done.set(what);
    }

    private void forgetDone() {
        receipt.set(null);
        done.set(null);
    }

    private void askAgain() {
        var shown = selected.get();
        if (asked != null) {
            ask(asked, shown == null ? null : shown.itemId());
        }
    }

    /// @param keep the item to go back to; null for the first
    private void ask(Query query, @Nullable String keep) {
        searching.cancel();
        refreshing.cancel();
        stale = false;
        receipt.set(null);
        kept = keep;
        asked = query;
        select(null);
        hits.clear();
        more.set(false);
        state.set(State.LOADING);
        searching =
                background.run(() -> api.search(query)).onSuccess(this::found).onFailure(this::failed);
    }

    private void found(Page<SearchHit> page) {
        problem.set(null);
        hits.setAll(page.items());
        next = page.next();
        more.set(next != null);
        state.set(page.items().isEmpty() ? State.NOTHING : State.FOUND);
        select(page.items().stream()
                .filter(hit -> hit.itemId().equals(kept))
                .findFirst()
                .or(() -> page.items().stream().findFirst())
                .orElse(null));
    }

    private void add(Page<SearchHit> page) {
        hits.addAll(page.items());
        next = page.next();
        more.set(next != null);
    }

    private void failed(Exception fault) {
        problem.set(fault instanceof ApiProblem refusal ? refusal : null);
        state.set(fault instanceof Offline ? State.OFFLINE : State.ERROR);
    }

    private void forget() {
        searching.cancel();
        asked = null;
        hits.clear();
        more.set(false);
        select(null);
        state.set(State.START);
    }

    public StringProperty textProperty() {
        return text;
    }

    public ObservableList<SearchHit> hits() {
        return shownHits;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why the floor refused; null unless it did.
    public ReadOnlyObjectProperty<@Nullable ApiProblem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Since> sinceProperty() {
        return since.getReadOnlyProperty();
    }

    /// The item that the others should be like.
    public ReadOnlyObjectProperty<@Nullable SearchHit> likeProperty() {
        return like.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable SearchHit> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// The selected item's images and videos.
    public Gallery gallery() {
        return gallery;
    }

    /// How much of them is shown.
    public Cover cover() {
        return cover;
    }

    /// All of the selected item; null until it was read.
    public ReadOnlyObjectProperty<@Nullable ItemView> itemProperty() {
        return item.getReadOnlyProperty();
    }

    /// Where the selected item is; null until it was read, and for whom may not know.
    public ReadOnlyObjectProperty<@Nullable Whereabouts> whereaboutsProperty() {
        return whereabouts.getReadOnlyProperty();
    }

    public Statement statement() {
        return statement;
    }

    /// Where a task shall go, or what is true of an item, while that is asked.
    public Picking picking() {
        return picking;
    }

    /// What was just done with the item; null when there is nothing to speak of.
    public ReadOnlyObjectProperty<@Nullable Done> doneProperty() {
        return done.getReadOnlyProperty();
    }

    public Reversal reversal() {
        return reversal;
    }

    /// The decision that was just taken back; null when there is none to speak of.
    public ReadOnlyObjectProperty<@Nullable DecisionReceipt> receiptProperty() {
        return receipt.getReadOnlyProperty();
    }

    /// Whether there is a page that was not read yet.
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    Instant now() {
        return clock.instant();
    }
}
