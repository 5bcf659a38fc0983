package dev.docket.backend.registry;

import dev.docket.backend.models.ServingModel;
import dev.docket.dto.models.ModelView;
import dev.docket.dto.quality.PersonName;
import dev.docket.model.ModelDescription;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Models as people see them.
@Service
public class ModelViews {
    static final int APPROVALS_NEEDED = 2;

    private final Registry registry;
    private final StoredApprovals approvals;
    private final StoredNames names;
    private final ServingModel serving;

    ModelViews(Registry registry, StoredApprovals approvals, StoredNames names, ServingModel serving) {
        this.registry = registry;
        this.approvals = approvals;
        this.names = names;
        this.serving = serving;
    }

    /// The champions first, then the newest.
    public List<ModelView> all() {
        return views(registry.all());
    }

    @Transactional(readOnly = true)
    public ModelView of(String version) {
        return views(List.of(registry.byVersion(version))).getFirst();
    }

    private List<ModelView> views(List<Model> models) {
        var words = approvals.of(models.stream().map(Model::version).toList());
        var people = Stream.concat(
                        models.stream().map(Model::by).filter(Objects::nonNull),
                        words.values().stream().flatMap(List::stream).map(StoredApprovals.Word::person))
                .distinct()
                .toList();
        var called = names.of(people);
        var loaded = serving.describe().map(ModelDescription::version).orElse("");
        return models.stream()
                .map(model -> view(model, words.getOrDefault(model.version(), List.of()), called, loaded))
                .toList();
    }

    private static ModelView view(
            Model model, List<StoredApprovals.Word> words, Map<UUID, PersonName> called, String loaded) {
        return new ModelView(
                model.version(),
                model.name(),
                model.kind(),
                model.state(),
                model.stateSince(),
                model.parent(),
                model.labels(),
                model.provenance().origin(),
                model.provenance().labelSet(),
                model.licence(),
                model.createdAt(),
                name(model.by(), called),
                model.figures(),
                List.of(),
                false,
                words.stream()
                        .map(word ->
                                new ModelView.Approval(Objects.requireNonNull(name(word.person(), called)), word.at()))
                        .toList(),
                APPROVALS_NEEDED,
                model.canaryShare(),
                model.predecessor(),
                model.reason(),
                model.version().equals(loaded));
    }

    private static @Nullable PersonName name(@Nullable UUID person, Map<UUID, PersonName> called) {
        return person == null ? null : called.get(person);
    }
}
