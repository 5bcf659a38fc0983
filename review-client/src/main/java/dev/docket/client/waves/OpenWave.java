package dev.docket.client.waves;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.finding.Choice;
import dev.docket.client.common.item.Cover;
import dev.docket.client.common.media.Gallery;
import dev.docket.client.common.media.Thumbnails;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.precedents.WaveDecision;
import dev.docket.dto.precedents.WaveState;
import dev.docket.dto.precedents.WaveTurn;
import dev.docket.dto.precedents.WaveView;
import dev.docket.dto.precedents.WaveView.Member;
import dev.docket.dto.precedents.WaveView.MemberState;
import dev.docket.dto.precedents.WaveView.Side;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Shown;
import dev.docket.dto.review.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The wave at hand: its members, what is left out of it, what is found of the rest, and what became of it.
///
/// While the floor decides, its events say how far it is. Use on the FX thread only.
public final class OpenWave {
    /// What became of the last thing that was asked for, or what is missing before it can be.
    public enum Said {
        GONE,
        CHOOSE_FIRST,
        NOTHING_LEFT,
        TOO_MANY,
        REASONS_FIRST,
        YOUR_OWN,
        NOT_SURE,
        REFUSED,
        DECIDED,
        ASKED,
        AGREED,
        DIFFERED,
        SETTLED,
        DECLINED,
        UNDONE,
        TOO_LATE,
        REVERSED
    }

    /// @param slug of the refusal, if it was one
    public record Line(Said said, @Nullable String slug) {}

    /// How many of how many.
    public record Progress(int decided, int size) {}

    private static final int MOST_SEVERE = 4;
    private static final List<String> LAYERS = List.of("NONE", "GREY", "FULL");

    private final WavesApi api;
    private final Background background;
    private final Gallery gallery;
    private final Cover cover;
    private final Thumbnails thumbnails;
    private final InstantSource clock;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<@Nullable WaveView> view = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Set<String>> leftOut = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.NOTHING);
    private final ReadOnlyBooleanWrapper approved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Side> side = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Line> line = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Member> member = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ItemView> item = new ReadOnlyObjectWrapper<>();
    private final StringProperty reasons = new SimpleStringProperty("");
    private @Nullable String id;
    private @Nullable String revealed;
    private Shown shown = Cover.NOTHING;
    private Instant opened = Instant.EPOCH;
    private Cancellable reading = () -> {};
    private Cancellable readingItem = () -> {};

    /// @param changed told when the list may have to be read again
    OpenWave(WavesApi api, Background background, InstantSource clock, Runnable changed) {
        this.api = api;
        this.background = background;
        this.gallery = new Gallery(api, background);
        this.thumbnails = new Thumbnails(api, background);
        this.clock = clock;
        this.cover = new Cover(clock);
        this.changed = changed;
    }

    // Opening

    /// Shows another wave; what was chosen for the one before is put away.
    void open(String wave) {
        if (!busy.get() && !wave.equals(id)) {
            clear();
            line.set(null);
            id = wave;
            opened = clock.instant();
            revealed = null;
            shown = Cover.NOTHING;
            read();
        }
    }

    /// Opens what the wave at hand became; what was said of that stays.
    void goOn(String wave) {
        var said = line.get();
        open(wave);
        line.set(said);
    }

    void close() {
        clear();
        line.set(null);
    }

    /// Reads it again; what was chosen stays.
    void read() {
        String wanted = id;
        if (wanted != null) {
            reading.cancel();
            reading = background
                    .run(() -> api.wave(wanted))
                    .onSuccess(this::show)
                    .onProblem(Slug.NOT_FOUND, refusal -> gone())
                    .onFailure(this::notRead);
        }
    }

    /// What was read before stays; the list says that the floor is away.
    private void notRead(Exception fault) {
        if (view.get() == null) {
            id = null;
            failed(fault, fault instanceof Offline ? Said.NOT_SURE : Said.REFUSED);
        }
    }

    private void clear() {
        reading.cancel();
        readingItem.cancel();
        thumbnails.forget();
        id = null;
        view.set(null);
        leftOut.set(Set.of());
        choose(Choice.NOTHING);
        progress.set(null);
        reasons.set("");
        select(null);
    }

    /// Its items were decided one by one meanwhile, or joined another wave.
    private void gone() {
        clear();
        line.set(new Line(Said.GONE, null));
        changed.run();
    }

    private void show(WaveView read) {
        id = read.wave().id();
        var still = read.members().stream().map(Member::itemId).collect(Collectors.toSet());
        var kept = new HashSet<>(leftOut.get());
        kept.retainAll(still);
        leftOut.set(Set.copyOf(kept));
        progress.set(
                read.wave().state() == WaveState.DECIDING
                        ? new Progress(read.wave().decided(), read.wave().size())
                        : null);
        view.set(read);
        var selected = member.get();
        select(read.members().stream()
                .filter(one -> selected != null && one.itemId().equals(selected.itemId()))
                .findFirst()
                .orElse(read.members().isEmpty() ? null : read.members().getFirst()));
    }

    /// Shows one of its items beside the others, first what is known of it and then all of it.
    public void select(@Nullable Member one) {
        var before = member.get();
        member.set(one);
        if (one != null && before != null && one.itemId().equals(before.itemId())) {
            return;
        }
        readingItem.cancel();
        take(null);
        if (one != null) {
            readingItem = background
                    .run(() -> api.item(one.itemId()))
                    .onSuccess(this::take)
                    .onFailure(fault -> {
                        // What the wave said of it stays on show.
                    });
        }
    }

    /// What the floor told of a wave: of this one, under its name or under its leader's while that is being decided.
    void happened(LiveEvent event) {
        boolean mine = id != null
                && (id.equals(event.payload().get("wave"))
                        || busy.get() && id.equals(event.payload().get("leader")));
        if (!mine) {
            return;
        }
        if (busy.get()) {
            progress.set(new Progress(number(event, "decided"), number(event, "size")));
        } else {
            read();
        }
    }

    private static int number(LiveEvent event, String name) {
        return event.payload().get(name) instanceof Number number ? number.intValue() : 0;
    }

    // Finding

    private void take(@Nullable ItemView whole) {
        gallery.openItem(whole);
        revealed = revealed();
        shown = plus(shown, cover.shown());
        cover.openMedia(!gallery.isEmpty());
        item.set(whole);
    }

    /// Leaves an item out of the wave, or takes it in again.
    public void toggle(String itemId) {
        if (canFind() && !busy.get()) {
            var now = new HashSet<>(leftOut.get());
            if (!now.remove(itemId)) {
                now.add(itemId);
            }
            leftOut.set(Set.copyOf(now));
            line.set(null);
        }
    }

    /// Leaves the selected item out, or takes it in again.
    public void toggle() {
        var selected = member.get();
        if (selected != null) {
            toggle(selected.itemId());
        }
    }

    public void approveItems() {
        if (canFind()) {
            boolean now = !approved.get();
            choose(Choice.NOTHING);
            approved.set(now);
            line.set(null);
        }
    }

    /// Takes over what one of the two found, or lets go of it again.
    ///
    /// @param at 0 for the left one, 1 for the right one
    public void takeSide(int at) {
        var read = view.get();
        if (turn() == WaveTurn.SETTLE && read != null && read.sides() != null) {
            var taken = read.sides().get(at);
            var next = taken.equals(side.get()) ? null : taken;
            choose(Choice.NOTHING);
            side.set(next);
            line.set(null);
        }
    }

    private void choose(Choice next) {
        approved.set(false);
        side.set(null);
        choice.set(next);
    }

    public void press(PolicyBrief policy) {
        change(current -> current.press(policy));
    }

    public void press(ActionType action) {
        change(current -> current.press(action));
    }

    /// @param step 1 for more severe, -1 for less
    public void severity(int step) {
        change(current -> step > 0 ? current.moreSevere() : current.lessSevere());
    }

    private void change(UnaryOperator<Choice> how) {
        if (canFind()) {
            boolean stays = approved.get();
            choose(how.apply(choice.get()));
            approved.set(stays && choice.get().violations().isEmpty());
            line.set(null);
        }
    }

    /// What is found of all that is not left out; null while nothing is.
    public @Nullable Outcome outcome() {
        var taken = side.get();
        if (taken != null) {
            return taken.outcome();
        }
        if (!choice.get().violations().isEmpty()) {
            return Outcome.VIOLATION;
        }
        return approved.get() ? Outcome.APPROVE : null;
    }

    /// How many a decision would be about.
    public int size() {
        var read = view.get();
        return read == null
                ? 0
                : (int) read.members().stream()
                        .filter(one -> one.state() != MemberState.EXCEPTED
                                && !leftOut.get().contains(one.itemId()))
                        .count();
    }

    /// Whether somebody else has to judge it too before anything happens, as far as that can be told beforehand: the
    /// floor draws some by chance.
    public boolean needsSecond() {
        var read = view.get();
        return read != null
                && turn() == WaveTurn.DECIDE
                && (size() > read.limits().alone()
                        || choice.get().actions().contains(ActionType.BAN)
                        || choice.get().violations().stream().anyMatch(one -> one.severity() >= MOST_SEVERE));
    }

    /// What is missing before Enter decides; null when nothing is.
    public @Nullable Said missing() {
        var read = view.get();
        if (read != null && size() > read.limits().atOnce()) {
            return Said.TOO_MANY;
        }
        if (size() == 0) {
            return Said.NOTHING_LEFT;
        }
        return outcome() == null ? Said.CHOOSE_FIRST : null;
    }

    // Deciding

    /// Decides a wave that waits, judges one as the second person, or settles what two people found.
    public void decide() {
        if (turn() == WaveTurn.WITHDRAW) {
            line.set(new Line(Said.YOUR_OWN, null));
        } else if (canFind() && !busy.get()) {
            var missing = missing();
            if (missing == null) {
                send();
            } else {
                line.set(new Line(missing, null));
            }
        }
    }

    private void send() {
        String wave = Objects.requireNonNull(id);
        var turn = turn();
        var finding = finding();
        progress.set(new Progress(0, size()));
        ask(
                () -> switch (turn) {
                    case LOOK -> api.look(wave, finding);
                    case SETTLE -> api.settle(wave, finding);
                    default -> api.decide(wave, finding);
                },
                now -> settled(now, said(turn, now.wave().state())));
    }

    private static Said said(WaveTurn turn, WaveState now) {
        return switch (turn) {
            case LOOK -> now == WaveState.DISPUTED ? Said.DIFFERED : Said.AGREED;
            case SETTLE -> Said.SETTLED;
            default -> now == WaveState.AWAITING_APPROVAL ? Said.ASKED : Said.DECIDED;
        };
    }

    private WaveDecision finding() {
        @Nullable String why = reasons.get().isBlank() ? null : reasons.get().strip();
        @Nullable List<String> except = leftOut.get().isEmpty() ? null : List.copyOf(leftOut.get());
        long elapsed = Duration.between(opened, clock.instant()).toMillis();
        var taken = side.get();
        return taken == null
                ? new WaveDecision(
                        Objects.requireNonNull(outcome()),
                        violations(),
                        outcome() == Outcome.VIOLATION ? choice.get().actionsAsWire(clock.instant()) : null,
                        why,
                        except,
                        elapsed,
                        revealed(),
                        shown(elapsed))
                : new WaveDecision(
                        taken.outcome(),
                        taken.violations(),
                        taken.actions(),
                        why == null ? taken.reasons() : why,
                        except,
                        elapsed,
                        revealed(),
                        shown(elapsed));
    }

    /// The most that was shown of any of its items' media; null where none has any.
    private @Nullable String revealed() {
        @Nullable String now = cover.revealed();
        if (now == null || revealed == null) {
            return now == null ? revealed : now;
        }
        return LAYERS.indexOf(now) > LAYERS.indexOf(revealed) ? now : revealed;
    }

    /// Texts stand in the list all the time; images and videos were shown one after another.
    private @Nullable Shown shown(long elapsed) {
        var media = plus(shown, cover.shown());
        return revealed() == null ? null : new Shown(elapsed, media.greyMs(), media.fullMs());
    }

    private static Shown plus(Shown one, Shown other) {
        return new Shown(one.textMs() + other.textMs(), one.greyMs() + other.greyMs(), one.fullMs() + other.fullMs());
    }

    /// Places differ from item to item: none are sent.
    private List<Violation> violations() {
        return choice.get().violations().stream()
                .map(one -> new Violation(one.policy().key(), one.severity(), null, null, null))
                .toList();
    }

    /// Sends back what one is to judge, or withdraws what one found oneself.
    public void refuse() {
        if (canRefuse()) {
            takeBack(api::refuse, Said.DECLINED);
        }
    }

    /// Takes the whole wave back while there is time.
    public void undo() {
        if (canUndo(clock.instant())) {
            takeBack(api::undo, Said.UNDONE);
        } else if (is(WaveState.DECIDED)) {
            line.set(new Line(Said.TOO_LATE, null));
        }
    }

    /// Takes the whole wave back after its grace time, by decisions that supersede its own.
    public void reverse() {
        if (!canReverse(clock.instant())) {
            return;
        }
        if (reasons.get().isBlank()) {
            line.set(new Line(Said.REASONS_FIRST, null));
            return;
        }
        String wave = Objects.requireNonNull(id);
        String why = reasons.get().strip();
        ask(() -> api.reverse(wave, why), reversed -> settled(reversed, Said.REVERSED));
    }

    private void settled(WaveView now, Said said) {
        leftOut.set(Set.of());
        choose(Choice.NOTHING);
        reasons.set("");
        show(now);
        line.set(new Line(said, null));
        changed.run();
    }

    @FunctionalInterface
    private interface Deed {
        void on(String wave) throws ApiProblem, Offline;
    }

    private void takeBack(Deed deed, Said said) {
        String wave = Objects.requireNonNull(id);
        ask(
                () -> {
                    deed.on(wave);
                    return api.wave(wave);
                },
                now -> settled(now, said));
    }

    private <T> void ask(Callable<T> question, Consumer<T> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        line.set(null);
        background
                .run(question)
                .onSuccess(answer -> {
                    busy.set(false);
                    then.accept(answer);
                })
                .onProblem(Slug.NOT_FOUND, refusal -> {
                    busy.set(false);
                    gone();
                })
                .onFailure(fault -> {
                    busy.set(false);
                    failed(fault, fault instanceof Offline ? Said.NOT_SURE : Said.REFUSED);
                    read();
                });
    }

    private void failed(Exception fault, Said said) {
        progress.set(null);
        line.set(new Line(said, fault instanceof ApiProblem refusal ? refusal.slug() : null));
    }

    // What the view asks

    private boolean is(WaveState state) {
        var read = view.get();
        return read != null && read.wave().state() == state;
    }

    /// What the person at this desk can do with it.
    public WaveTurn turn() {
        var read = view.get();
        return read == null ? WaveTurn.NOTHING : read.turn();
    }

    /// Whether it is theirs to say what is found of it.
    public boolean canFind() {
        return switch (turn()) {
            case DECIDE, LOOK, SETTLE -> true;
            case WITHDRAW, NOTHING -> false;
        };
    }

    /// Whether they can send it back, or withdraw it.
    public boolean canRefuse() {
        return switch (turn()) {
            case LOOK, SETTLE, WITHDRAW -> true;
            case DECIDE, NOTHING -> false;
        };
    }

    public boolean canUndo(Instant now) {
        var read = view.get();
        return read != null
                && read.wave().state() == WaveState.DECIDED
                && read.undoUntil() != null
                && now.isBefore(read.undoUntil());
    }

    public boolean canReverse(Instant now) {
        return is(WaveState.DECIDED) && !canUndo(now);
    }

    /// Its name; null while none is open.
    @Nullable String id() {
        return id;
    }

    public StringProperty reasonsProperty() {
        return reasons;
    }

    public ReadOnlyObjectProperty<@Nullable WaveView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /// Ids of the items that a decision would leave as they are.
    public ReadOnlyObjectProperty<Set<String>> leftOutProperty() {
        return leftOut.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /// Whose finding of the two was taken over; null for none.
    public ReadOnlyObjectProperty<@Nullable Side> sideProperty() {
        return side.getReadOnlyProperty();
    }

    /// Whether approving is what was chosen.
    public ReadOnlyBooleanProperty approvedProperty() {
        return approved.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// How far the floor is with deciding it; null while it decides nothing.
    public ReadOnlyObjectProperty<@Nullable Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Line> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Member> memberProperty() {
        return member.getReadOnlyProperty();
    }

    /// The selected item's images and videos.
    public Gallery gallery() {
        return gallery;
    }

    /// The first image or video of each item, small.
    public Thumbnails thumbnails() {
        return thumbnails;
    }

    /// How much of them is shown.
    public Cover cover() {
        return cover;
    }

    /// All of the selected item; null until it was read.
    public ReadOnlyObjectProperty<@Nullable ItemView> itemProperty() {
        return item.getReadOnlyProperty();
    }
}
