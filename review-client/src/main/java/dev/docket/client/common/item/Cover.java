package dev.docket.client.common.item;

import dev.docket.dto.review.Task;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// Whether an open item's text is covered, and what the person has seen of it.
///
/// A text that the model is nearly sure is severe comes covered: nobody should have to read it by accident.
public final class Cover {
    private static final double ABOVE = 0.8;
    private static final Set<String> SEVERE_LABELS = Set.of("sexual", "self_harm", "threat");

    private final ReadOnlyBooleanWrapper covered = new ReadOnlyBooleanWrapper();
    private @Nullable String revealed;
    private boolean wanted = true;

    /// Takes the next item, or with null none.
    public void open(@Nullable Task task) {
        boolean hide = task != null && wanted && isSevere(task);
        covered.set(hide);
        revealed = hide ? "NONE" : null;
    }

    /// Uncovers the text.
    public void reveal() {
        if (covered.get()) {
            covered.set(false);
            revealed = "FULL";
        }
    }

    /// Covers it again.
    public void hide() {
        if (revealed != null) {
            covered.set(true);
        }
    }

    /// Whether severe texts come covered.
    public void want(boolean cover) {
        wanted = cover;
        if (!cover) {
            covered.set(false);
        }
    }

    /// How much was shown, as a decision says it; null for what never was covered.
    public @Nullable String revealed() {
        return revealed;
    }

    public ReadOnlyBooleanProperty coveredProperty() {
        return covered.getReadOnlyProperty();
    }

    private static boolean isSevere(Task task) {
        return task.item().text() != null
                && task.evidence().scores().stream()
                        .anyMatch(score -> SEVERE_LABELS.contains(score.label()) && score.score() > ABOVE);
    }
}
