package dev.docket.backend.registry;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.policy.LabelSchemas;
import dev.docket.backend.registry.Model.Medium;
import dev.docket.backend.registry.StoredModels.Newcomer;
import dev.docket.dto.models.ModelChanged;
import dev.docket.dto.models.ModelOrigin;
import dev.docket.dto.models.ModelState;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.PackageHeader;
import dev.docket.model.packages.ModelPackages.Listed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Every model version there is. A version comes in whole or not at all, never changes, and is
/// never thrown away.
///
/// What ships with Docket is the first champion. What lies in the home because `./docket models
/// import` put it there is taken in as it is found; what one floor takes in the others fetch
/// from the database when they need it.
@Service
public class Registry {
    private static final Actor SELF = new Actor.Automation("registry");
    private static final String IMAGE = "image";

    private final Shelf shelf;
    private final StoredModels models;
    private final LabelSchemas labels;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /// What was looked at since the start: what is registered stays so.
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Registry(
            Shelf shelf,
            StoredModels models,
            LabelSchemas labels,
            AuditTrail audit,
            LiveEvents live,
            TransactionTemplate transaction,
            Clock clock) {
        this.shelf = shelf;
        this.models = models;
        this.labels = labels;
        this.audit = audit;
        this.live = live;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Takes a package in as a candidate. The same again is no fault, and nothing happens.
    ///
    /// @param from its folder, or a ZIP archive of it
    /// @return its version
    /// @throws DomainProblem `model-refused` with the reason; nothing is different then
    public String register(Path from, Provenance provenance, Actor by) {
        var header = shelf.add(from);
        enter(header.version(), provenance, by);
        return header.version();
    }

    /// What ships with Docket, and what lies in the home and was not looked at before.
    public void takeStock() {
        takeStock(listed -> listed.builtIn() || seen.add(listed.version()));
    }

    private void takeStock(Predicate<Listed> wanted) {
        for (var listed : shelf.whole()) {
            if (wanted.test(listed) && !models.isKnown(listed.version())) {
                var origin = listed.builtIn() ? ModelOrigin.SHIPPED : ModelOrigin.IMPORTED;
                enter(listed.version(), Provenance.of(origin), SELF);
            }
        }
    }

    private void enter(String version, Provenance provenance, Actor by) {
        try {
            var source = shelf.source(version).orElseThrow(Registry::unknown);
            var newcomer = newcomer(source, provenance, by);
            var files = provenance.origin() == ModelOrigin.SHIPPED
                    ? Map.<String, byte[]>of()
                    : Shelf.shared(PackageHeader.read(source.read(ModelPackage.MANIFEST)), source);
            transaction.executeWithoutResult(status -> enter(newcomer, files, by));
            labels.refresh();
        } catch (ModelFault fault) {
            throw new DomainProblem(RegistryProblem.MODEL_REFUSED, Shelf.refusal(fault));
        }
    }

    private void enter(Newcomer newcomer, Map<String, byte[]> files, Actor by) {
        models.lock();
        if (models.isKnown(newcomer.version())) {
            return;
        }
        boolean first = newcomer.provenance().origin() == ModelOrigin.SHIPPED
                && models.champion(newcomer.medium()).isEmpty();
        var state = first ? ModelState.CHAMPION : ModelState.CANDIDATE;
        models.insert(newcomer.in(state), files);
        labels.add(newcomer.labels());
        audit.append(
                by,
                "model.registered",
                "model",
                newcomer.version(),
                Map.of("origin", newcomer.provenance().origin(), "state", state));
        live.publish("model.changed", newcomer.version(), new ModelChanged(newcomer.version(), state, null));
    }

    private Newcomer newcomer(ModelPackage.Source source, Provenance provenance, Actor by) throws ModelFault {
        byte[] manifest = source.read(ModelPackage.MANIFEST);
        var header = PackageHeader.read(manifest);
        return new Newcomer(
                header.version(),
                header.name(),
                header.kind(),
                header.kind().equals(IMAGE) ? Medium.IMAGE : Medium.TEXT,
                header.labels(),
                Shelf.text(manifest),
                Shelf.digest(manifest),
                provenance,
                ModelState.CANDIDATE,
                person(by),
                clock.instant());
    }

    private static @Nullable UUID person(Actor by) {
        return by instanceof Actor.Person(UUID id) ? id : null;
    }

    /// The text model whose scores count.
    public Model champion() {
        return champion(Medium.TEXT);
    }

    /// The model whose scores of a medium count.
    public Model champion(Medium medium) {
        return models.champion(medium).orElseGet(() -> {
            takeStock(Listed::builtIn);
            return models.champion(medium).orElseThrow(Registry::unknown);
        });
    }

    public Optional<Model> find(String version) {
        return models.find(version);
    }

    public Model byVersion(String version) {
        return find(version).orElseThrow(Registry::unknown);
    }

    /// The champions first, then the newest; with what was laid into the home just now.
    public List<Model> all() {
        takeStock();
        return known();
    }

    /// The same as far as it is registered.
    public List<Model> known() {
        return models.all();
    }

    /// Where the files of a version are, wherever it came from.
    public Optional<ModelPackage.Source> source(String version) {
        return find(version).flatMap(known -> shelf.source(version));
    }

    /// The folder of a version in this home; empty for what ships with Docket, which has none.
    public Optional<Path> folder(String version) {
        return find(version).flatMap(known -> shelf.folder(version));
    }

    boolean isRegistered(String version, ModelPackage.Source source) throws ModelFault {
        return shelf.isRegistered(version, source);
    }

    static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no model of that version; list them.");
    }
}
