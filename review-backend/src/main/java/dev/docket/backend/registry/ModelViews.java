package dev.docket.backend.registry;

import dev.docket.backend.models.ServingImages;
import dev.docket.backend.models.ServingModel;
import dev.docket.dto.models.GatesView;
import dev.docket.dto.models.ModelView;
import dev.docket.dto.quality.PersonName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Models as people see them.
@Service
public class ModelViews {
    /// Of so many different people a model has the word before it serves.
    public static final int APPROVALS_NEEDED = 2;

    private final Registry registry;
    private final StoredModels models;
    private final StoredApprovals approvals;
    private final StoredNames names;
    private final ServingModel serving;
    private final ServingImages images;
    private final Following following;

    ModelViews(
            Registry registry,
            StoredModels models,
            StoredApprovals approvals,
            StoredNames names,
            ServingModel serving,
            ServingImages images,
            Following following) {
        this.registry = registry;
        this.models = models;
        this.images = images;
        this.following = following;
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

    private List<ModelView> views(List<Model> shown) {
        var versions = shown.stream().map(Model::version).toList();
        var words = approvals.of(versions);
        var people = Stream.concat(
                        shown.stream().map(Model::by).filter(Objects::nonNull),
                        words.values().stream().flatMap(List::stream).map(StoredApprovals.Word::person))
                .distinct()
                .toList();
        var known = new Known(words, models.gates(versions), names.of(people), loaded(), following.faults());
        return shown.stream().map(model -> view(model, known)).toList();
    }

    private Set<String> loaded() {
        return Stream.concat(serving.describe().stream(), images.describe().stream())
                .flatMap(description -> Stream.concat(Stream.of(description.version()), description.beside().stream()))
                .collect(Collectors.toSet());
    }

    private static ModelView view(Model model, Known known) {
        @Nullable GatesView gates = known.gates().get(model.version());
        @Nullable String reason = known.faults().getOrDefault(model.version(), model.reason());
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
                known.name(model.by()),
                model.figures(),
                gates == null ? List.of() : gates.gates(),
                gates != null && gates.passed(),
                known.approvals(model.version()),
                APPROVALS_NEEDED,
                model.canaryShare(),
                model.predecessor(),
                reason,
                known.loaded().contains(model.version()));
    }

    /// What is to be said of the models at hand beside what their rows say.
    ///
    /// @param faults why a version does not serve that should
    private record Known(
            Map<String, List<StoredApprovals.Word>> words,
            Map<String, GatesView> gates,
            Map<UUID, PersonName> names,
            Set<String> loaded,
            Map<String, String> faults) {
        @Nullable PersonName name(@Nullable UUID person) {
            return person == null ? null : names.get(person);
        }

        List<ModelView.Approval> approvals(String version) {
            return words.getOrDefault(version, List.of()).stream()
                    .map(word -> new ModelView.Approval(
                            names.getOrDefault(
                                    word.person(), new PersonName(word.person().toString(), "")),
                            word.at()))
                    .toList();
        }
    }
}
