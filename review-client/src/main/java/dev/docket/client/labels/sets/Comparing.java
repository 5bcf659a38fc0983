package dev.docket.client.labels.sets;

import dev.docket.client.common.task.Background;
import dev.docket.client.labels.part.Reading;
import dev.docket.dto.labels.LabelSetComparison;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What differs between the set at hand and an earlier one. Use on the FX thread only.
public final class Comparing {
    private final SetsApi api;
    private final Reading<LabelSetComparison> answer;
    private final ReadOnlyObjectWrapper<List<LabelSetView>> others = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable LabelSetView> with = new ReadOnlyObjectWrapper<>();
    private @Nullable LabelSetView set;

    Comparing(SetsApi api, Background background) {
        this.api = api;
        answer = new Reading<>(background, comparison -> false);
    }

    /// @param all every set, the newest first; the one before it is compared with at first
    void open(LabelSetView of, List<LabelSetView> all) {
        set = of;
        others.set(all.stream()
                .filter(one ->
                        one.state() == LabelSetState.READY && !one.version().equals(of.version()))
                .toList());
        var before = others.get().stream()
                .filter(one -> one.createdAt().isBefore(of.createdAt()))
                .findFirst()
                .or(() -> others.get().stream().findFirst());
        with.set(null);
        answer.forget();
        before.ifPresent(this::with);
    }

    public void with(LabelSetView other) {
        var of = set;
        if (of != null && !other.equals(with.get())) {
            with.set(other);
            answer.readAnother(() -> api.compare(other.version(), of.version()));
        }
    }

    /// Goes to the next of those it can be compared with.
    public void next() {
        var all = others.get();
        if (!all.isEmpty()) {
            with(all.get((all.indexOf(with.get()) + 1) % all.size()));
        }
    }

    /// What differs: the other set is the first.
    public Reading<LabelSetComparison> answer() {
        return answer;
    }

    public ReadOnlyObjectProperty<List<LabelSetView>> othersProperty() {
        return others.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable LabelSetView> withProperty() {
        return with.getReadOnlyProperty();
    }
}
