package dev.docket.client.common.media;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.item.Origin;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.review.Evidence.ActivationMap;
import dev.docket.dto.review.Evidence.Filter;
import dev.docket.dto.review.Evidence.MediaFinding;
import dev.docket.dto.review.Evidence.PartScore;
import dev.docket.dto.review.Evidence.PictureText;
import dev.docket.dto.review.Evidence.Second;
import dev.docket.dto.review.Task;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// An item's images and videos without their looks: which one is at hand, at which second, and what the floor drew of
/// it.
///
/// Nothing is fetched before the item is open, and what arrives late for another item is dropped. Use on the FX thread
/// only.
public final class Gallery {
    private static final int LARGE = 1024;
    private static final int SMALL = 192;
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final PictureApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Medium>> media = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Moment> moment = new ReadOnlyObjectWrapper<>(Moment.START);
    private final ReadOnlyIntegerWrapper arrivals = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final BooleanProperty mapped = new SimpleBooleanProperty();
    private final Map<Key, Picture> pictures = new HashMap<>();
    private @Nullable String item;
    private List<Filter> filters = List.of();
    private Cancellable ticking = () -> {};

    public Gallery(PictureApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    /// One of the item's.
    ///
    /// @param alt as its author described it
    /// @param finding what the model says of it; null while it has said nothing
    public record Medium(
            int index,
            MediaKind kind,
            @Nullable String alt,
            @Nullable MediaFinding finding) {
        public boolean isVideo() {
            return kind == MediaKind.VIDEO;
        }

        /// What was looked at of a video; empty of an image.
        public List<Second> seconds() {
            return finding == null ? List.of() : finding.seconds();
        }

        /// The worst first.
        public List<PartScore> scores() {
            return finding == null
                    ? List.of()
                    : finding.scores().stream()
                            .sorted(Comparator.comparingDouble(PartScore::score).reversed())
                            .toList();
        }

        /// What was read in an image; null where there is none.
        public @Nullable PictureText text() {
            return finding == null ? null : finding.text();
        }

        /// Why no model could judge it.
        public @Nullable String fault() {
            return finding == null ? null : finding.fault();
        }
    }

    /// Where in a video one is.
    ///
    /// @param at its place among the seconds that were looked at
    public record Moment(int at, double second) {
        static final Moment START = new Moment(0, 0);
    }

    private record Key(int index, int side, double second) {}

    /// Takes a task's media, or with null none.
    public void open(@Nullable Task task) {
        filters = List.of();
        if (task == null) {
            open(null, List.of(), List.of());
        } else {
            filters = task.evidence().filters();
            open(task.item().id(), task.item().media(), task.evidence().media());
        }
    }

    /// Takes the media of an item that was read whole, or with null none.
    public void openItem(@Nullable ItemView whole) {
        filters = List.of();
        if (whole == null || whole.content() == null) {
            open(null, List.of(), List.of());
        } else {
            var evidence = whole.evidence();
            filters = evidence == null ? List.of() : evidence.filters();
            open(whole.id(), whole.content().media(), evidence == null ? List.of() : evidence.media());
        }
    }

    /// Whether there is any.
    public boolean isEmpty() {
        return media.get().isEmpty();
    }

    /// Takes an item's media, or none.
    public void open(@Nullable String itemId, @Nullable List<Media> all, List<MediaFinding> findings) {
        stop();
        item = itemId;
        pictures.clear();
        mapped.set(false);
        var known = new HashMap<Integer, MediaFinding>();
        findings.forEach(finding -> known.put(finding.index(), finding));
        var taken = all == null ? List.<Media>of() : all;
        var next = java.util.stream.IntStream.range(0, taken.size())
                .mapToObj(i -> new Medium(i, taken.get(i).kind(), taken.get(i).alt(), known.get(i)))
                .toList();
        if (next.isEmpty()) {
            media.set(next); // before anything else is told, so that nothing is asked for of what is gone
        }
        selected.set(0);
        moment.set(Moment.START);
        media.set(next);
        goToWorst();
    }

    /// Goes to the next or the one before.
    public void move(int step) {
        int count = media.get().size();
        if (count > 1) {
            select(Math.floorMod(selected.get() + step, count));
        }
    }

    public void select(int index) {
        if (index >= 0 && index < media.get().size() && index != selected.get()) {
            stop();
            selected.set(index);
            moment.set(Moment.START);
            goToWorst();
        }
    }

    /// A video is shown where it is worst: that is what whoever decides must see, and may see first.
    private void goToWorst() {
        var seconds = at().map(Medium::seconds).orElse(List.of());
        for (int i = 0; i < seconds.size(); i++) {
            if (seconds.get(i).flagged()) {
                goTo(i);
                return;
            }
        }
        if (!seconds.isEmpty()) {
            goTo(0);
        }
    }

    /// Goes to one of the seconds that were looked at.
    public void goTo(int at) {
        var seconds = at().map(Medium::seconds).orElse(List.of());
        if (at >= 0 && at < seconds.size()) {
            moment.set(new Moment(at, seconds.get(at).second()));
        }
    }

    /// Goes through a video second by second without a sound, or stops.
    public void play() {
        if (playing.get()) {
            stop();
        } else if (at().filter(one -> one.seconds().size() > 1).isPresent()) {
            playing.set(true);
            ticking = background.every(A_SECOND, this::advance);
        }
    }

    private void advance() {
        int last = at().map(one -> one.seconds().size()).orElse(0) - 1;
        if (moment.get().at() >= last) {
            stop();
        } else {
            goTo(moment.get().at() + 1);
        }
    }

    private void stop() {
        ticking.cancel();
        ticking = () -> {};
        playing.set(false);
    }

    /// What there is of the one at hand, large; fetched when it is asked for the first time.
    public Picture large() {
        return picture(selected.get(), LARGE, moment.get().second());
    }

    /// One of them, small.
    public Picture small(int index) {
        return picture(index, SMALL, 0);
    }

    /// One second of the video at hand, small.
    public Picture still(double second) {
        return picture(selected.get(), SMALL, second);
    }

    private Picture picture(int index, int side, double second) {
        var key = new Key(index, side, second);
        var known = pictures.get(key);
        if (known != null) {
            return known;
        }
        pictures.put(key, Picture.LOADING);
        fetch(Objects.requireNonNull(item, "there is an item"), key);
        return Objects.requireNonNull(pictures.get(key));
    }

    private void fetch(String of, Key key) {
        background
                .run(() -> api.picture(of, key.index(), key.side(), key.second()))
                .onSuccess(jpeg -> arrived(of, key, Picture.of(jpeg)))
                .onOffline(fault -> arrived(of, key, Picture.OFFLINE))
                .onFailure(fault -> arrived(of, key, Picture.missing(words(fault))));
    }

    private static @Nullable String words(Throwable fault) {
        return fault instanceof ApiProblem problem ? problem.problem().detail() : null;
    }

    private void arrived(String of, Key key, Picture picture) {
        if (of.equals(item)) {
            pictures.put(key, picture);
            arrivals.set(arrivals.get() + 1);
        }
    }

    /// Fetches once more what could not be reached.
    public void lookAgain() {
        pictures.values().removeIf(picture -> !picture.isSettled());
        arrivals.set(arrivals.get() + 1);
    }

    /// Places in the text of the image at hand that a filter matched.
    public List<Span> matches() {
        var text = at().map(Medium::text).orElse(null);
        return text == null
                ? List.of()
                : Span.matched(
                        filters, Origin.textIn(selected.get()), text.text().length());
    }

    /// The medium at hand.
    public Optional<Medium> at() {
        return selected.get() < media.get().size() ? Optional.of(media.get().get(selected.get())) : Optional.empty();
    }

    /// What spoke for the worst label of the image at hand; empty where no model says.
    public Optional<ActivationMap> map() {
        return at().filter(one -> one.finding() != null)
                .flatMap(one -> one.scores().stream()
                        .map(score ->
                                Objects.requireNonNull(one.finding()).maps().get(score.label()))
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    /// Whether the map is drawn over the image.
    public BooleanProperty mappedProperty() {
        return mapped;
    }

    public ReadOnlyObjectProperty<List<Medium>> mediaProperty() {
        return media.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Moment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /// Changes whenever a picture has arrived.
    public ReadOnlyIntegerProperty arrivalsProperty() {
        return arrivals.getReadOnlyProperty();
    }
}
