package dev.docket.client.common.item;

import dev.docket.dto.review.Shown;
import dev.docket.dto.review.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What of an open item is covered, and what the person has seen of it.
///
/// A text that the model is nearly sure is severe comes covered: nobody should have to read it by accident. Images and
/// videos always come grey and blurred, whatever the model says of them.
public final class Cover {
    private static final double ABOVE = 0.8;
    /// Where nothing was shown.
    public static final Shown NOTHING = new Shown(0, 0, 0);
    private static final Set<String> SEVERE_LABELS = Set.of("sexual", "self_harm", "threat");

    private final ReadOnlyBooleanWrapper covered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Layer> layer = new ReadOnlyObjectWrapper<>(Layer.BLURRED);
    private final InstantSource clock;
    private Layer most = Layer.BLURRED;
    private Shown counted = NOTHING;
    private Instant countedAt;
    private boolean hasMedia;
    private boolean hasCover;
    private boolean textSeen;
    private boolean wanted = true;

    public Cover(InstantSource clock) {
        this.clock = clock;
        countedAt = clock.instant();
    }

    /// Takes the next item, or with null none.
    public void open(@Nullable Task task) {
        counted = NOTHING;
        countedAt = clock.instant();
        hasMedia = task != null && !task.item().media().isEmpty();
        hasCover = task != null && wanted && isSevere(task);
        textSeen = false;
        most = Layer.BLURRED;
        layer.set(Layer.BLURRED);
        covered.set(hasCover);
    }

    /// Takes the next item of a screen that covers no text.
    ///
    /// @param media whether it has any
    public void openMedia(boolean media) {
        open(null);
        hasMedia = media;
    }

    /// Shows one layer more: the text first, then the media grey, then in colour.
    public void reveal() {
        if (covered.get()) {
            uncover();
        } else if (hasMedia) {
            show(layer.get().next());
        }
    }

    /// Shows all of it at once.
    public void revealAll() {
        uncover();
        if (hasMedia) {
            show(Layer.COLOUR);
        }
    }

    private void uncover() {
        if (covered.get()) {
            count();
            covered.set(false);
            textSeen = true;
        }
    }

    private void show(Layer next) {
        count();
        layer.set(next);
        if (next.compareTo(most) > 0) {
            most = next;
        }
    }

    /// Covers it again.
    public void hide() {
        count();
        layer.set(Layer.BLURRED);
        covered.set(hasCover);
    }

    /// Whether severe texts come covered.
    public void want(boolean cover) {
        wanted = cover;
        if (!cover) {
            count();
            hasCover = false;
            covered.set(false);
        }
    }

    /// How much was shown, as a decision says it; null for what never was covered. What it says of an item with media
    /// it says of them.
    public @Nullable String revealed() {
        if (hasMedia) {
            return most.wire();
        }
        return hasCover || textSeen ? (textSeen ? Layer.COLOUR : Layer.BLURRED).wire() : null;
    }

    /// For how long so far what of the item was shown.
    public Shown shown() {
        count();
        return counted;
    }

    private void count() {
        var now = clock.instant();
        long passed = Math.max(0, Duration.between(countedAt, now).toMillis());
        countedAt = now;
        counted = new Shown(
                counted.textMs() + (covered.get() ? 0 : passed),
                counted.greyMs() + (layer.get() == Layer.GREY ? passed : 0),
                counted.fullMs() + (layer.get() == Layer.COLOUR ? passed : 0));
    }

    public ReadOnlyBooleanProperty coveredProperty() {
        return covered.getReadOnlyProperty();
    }

    /// How much of the item's media is shown now.
    public ReadOnlyObjectProperty<Layer> layerProperty() {
        return layer.getReadOnlyProperty();
    }

    private static boolean isSevere(Task task) {
        return task.item().text() != null
                && task.evidence().scores().stream()
                        .filter(score ->
                                score.origin() == null || score.origin().equals("/text"))
                        .anyMatch(score -> isSevere(score.label(), score.score()));
    }

    /// Whether words that have this score are nearly surely severe.
    public static boolean isSevere(String label, double score) {
        return SEVERE_LABELS.contains(label) && score > ABOVE;
    }
}
