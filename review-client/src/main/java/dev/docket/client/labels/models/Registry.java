package dev.docket.client.labels.models;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.client.labels.part.Reading;
import dev.docket.dto.models.ModelState;
import dev.docket.dto.models.ModelView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The model versions there are, and the one at hand, which the sections of the screen share. Use on the FX thread
/// only.
public final class Registry {
    private static final int LONGEST_LINE = 8;

    private final ModelsApi api;
    private final Reading<List<ModelView>> all;
    private final ReadOnlyObjectWrapper<@Nullable ModelView> selected = new ReadOnlyObjectWrapper<>();

    public Registry(ModelsApi api, Background background) {
        this.api = api;
        all = new Reading<>(background, List::isEmpty);
        all.valueProperty().subscribe(this::keepSelection);
    }

    public void read() {
        all.read(api::models);
    }

    /// Reads anew when a model changed.
    public void happened(LiveEvent event) {
        if (event.isOf("model")) {
            read();
        }
    }

    private void keepSelection(@Nullable List<ModelView> models) {
        if (models == null) {
            return;
        }
        var before = selected.get();
        var same = models.stream()
                .filter(model -> before != null && model.version().equals(before.version()))
                .findFirst();
        selected.set(same.orElse(first(models)));
    }

    /// Whatever is on its way, or else what serves.
    private static @Nullable ModelView first(List<ModelView> models) {
        for (var state : List.of(ModelState.CANARY, ModelState.SHADOW, ModelState.CANDIDATE, ModelState.CHAMPION)) {
            var found = models.stream().filter(model -> model.state() == state).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return models.isEmpty() ? null : models.getFirst();
    }

    public void select(@Nullable ModelView model) {
        selected.set(model);
    }

    public void select(String version) {
        find(version).ifPresent(this::select);
    }

    public Optional<ModelView> find(@Nullable String version) {
        return items().stream().filter(model -> model.version().equals(version)).findFirst();
    }

    /// What serves for a kind of content.
    public Optional<ModelView> champion(String kind) {
        return items().stream()
                .filter(model ->
                        model.state() == ModelState.CHAMPION && model.kind().equals(kind))
                .findFirst();
    }

    /// Where a model comes from: its parent, that one's parent and so on, the nearest first.
    public List<String> lineage(ModelView of) {
        Collection<String> line = new ArrayList<>();
        var parent = of.parent();
        while (parent != null && line.size() < LONGEST_LINE && !line.contains(parent)) {
            line.add(parent);
            parent = find(parent).map(ModelView::parent).orElse(null);
        }
        return List.copyOf(line);
    }

    public List<ModelView> items() {
        var models = all.get();
        return models == null ? List.of() : models;
    }

    public Reading<List<ModelView>> all() {
        return all;
    }

    public ReadOnlyObjectProperty<@Nullable ModelView> selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
