package dev.docket.client.review;

import dev.docket.dto.review.Evidence.Precedent;
import dev.docket.dto.review.Task;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// The decided items most like the open one, and the one that was gone to.
public final class PrecedentList {
    private static final int NONE = -1;

    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(NONE);
    private List<Precedent> all = List.of();

    /// Takes the next item, or with null none.
    void take(@Nullable Task task) {
        all = task == null ? List.of() : task.evidence().precedents();
        at.set(NONE);
    }

    /// Goes to the next one or the one before; the first step goes to the nearest.
    public void step(int step) {
        if (!all.isEmpty()) {
            at.set(at.get() == NONE ? 0 : Math.floorMod(at.get() + step, all.size()));
        }
    }

    /// The one that was gone to, or else the nearest.
    Optional<Precedent> current() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(Math.max(0, at.get())));
    }

    /// Its place in the list; -1 while none was gone to.
    public ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }
}
