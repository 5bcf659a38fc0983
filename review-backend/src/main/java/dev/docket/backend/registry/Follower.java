package dev.docket.backend.registry;

import dev.docket.backend.models.Appointee;
import dev.docket.backend.models.Appointments.Appointed;
import dev.docket.backend.policy.LabelSchemas;
import dev.docket.backend.registry.Model.Medium;
import dev.docket.backend.registry.StoredModels.Row;
import dev.docket.dto.models.ModelState;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.PackageHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Lets serve on this floor what the registry says of one medium.
///
/// A champion whose files are gone or broken does not leave people without scores: what served
/// before serves on in its place, at a start what ships with Docket; health says so, and it is
/// tried again. One that cannot score beside the champion is left out, with the reason.
final class Follower {
    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final int ROUNDS_TO_TRY_AGAIN = 20;

    private final Medium medium;
    private final Appointee serving;
    private final Registry registry;
    private final StoredModels models;
    private final LabelSchemas labels;
    private final ReentrantLock following = new ReentrantLock();

    private volatile Post post = new Post("", Optional.empty(), List.of());
    private volatile Map<String, String> faults = Map.of();
    private volatile String standIn = "";
    private List<Row> followed = List.of();
    private int patience;

    Follower(Medium medium, Appointee serving, Registry registry, StoredModels models, LabelSchemas labels) {
        this.medium = medium;
        this.serving = serving;
        this.registry = registry;
        this.models = models;
        this.labels = labels;
    }

    /// Who scores here now.
    Post post() {
        return post;
    }

    /// Which versions should score here and do not, with the reason.
    Map<String, String> faults() {
        return faults;
    }

    /// Which version scores in the place of a champion that cannot; empty while the champion does, and where it is
    /// what ships with Docket.
    String standIn() {
        return standIn.equals(shipped()) ? "" : standIn;
    }

    /// Whether the champion's own scores count here.
    boolean championServes() {
        return standIn.isEmpty() && !faults.containsKey(post.champion());
    }

    private String shipped() {
        try {
            return versionOf(serving.shipped());
        } catch (ModelFault broken) {
            throw new IllegalStateException("What ships with Docket cannot be read", broken);
        }
    }

    /// Who is to serve when the floor starts.
    Appointed appoint() throws ModelFault {
        following.lock();
        try {
            registry.takeStock();
            labels.refresh();
            var rows = models.posts(medium);
            var found = new HashMap<String, String>();
            var appointed = appointed(rows, found);
            settle(rows, found);
            return appointed;
        } catch (DataAccessException | TransactionException away) {
            throw new ModelFault("The registry cannot be read", away);
        } finally {
            following.unlock();
        }
    }

    /// Lets serve what the registry says now; nothing happens where that serves already.
    void follow() {
        following.lock();
        try {
            var serves = serving.describe();
            if (serves.isEmpty()) {
                return;
            }
            var rows = models.posts(medium);
            noticeStandIn(rows, serves.get().version());
            boolean again = !faults.isEmpty() && ++patience >= ROUNDS_TO_TRY_AGAIN;
            if (!rows.isEmpty() && (again || !rows.equals(followed))) {
                change(rows);
            }
        } finally {
            following.unlock();
        }
    }

    /// A champion that was read and could not be opened, which shows at a start.
    private void noticeStandIn(List<Row> rows, String serves) {
        String champion = champion(rows).map(Row::version).orElse(serves);
        if (rows.equals(followed) && faults.isEmpty() && !champion.equals(serves)) {
            faults = Map.of(champion, serving.leftOut().getOrDefault(champion, "It could not be opened"));
            standIn = serves;
            patience = 0;
        }
    }

    private void change(List<Row> rows) {
        labels.refresh();
        var found = new HashMap<String, String>();
        if (sameVersions(rows) && faults.isEmpty()) {
            settle(rows, found);
            return;
        }
        try {
            serve(appointed(rows, found), found);
            settle(rows, found);
        } catch (ModelFault fault) {
            log.atError().setCause(fault).log("What the registry says cannot serve; what served goes on");
            found.put(champion(rows).map(Row::version).orElse(""), String.valueOf(fault.getMessage()));
            faults = Map.copyOf(found);
            standIn = serves();
            followed = rows;
            patience = 0;
        }
    }

    /// A canary's share changed, and nothing that is loaded.
    private boolean sameVersions(List<Row> rows) {
        return champion(rows).map(Row::version).equals(champion(followed).map(Row::version))
                && versions(rows).equals(versions(followed))
                && counting(rows).equals(counting(followed));
    }

    /// Those beside the champion whose scores count for some items.
    private static Set<String> counting(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.state() == ModelState.CANARY)
                .map(Row::version)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> versions(List<Row> rows) {
        return rows.stream().map(Row::version).sorted().toList();
    }

    /// All of them; or, where one of those beside does not fit, those that do.
    private void serve(Appointed wanted, Map<String, String> found) throws ModelFault {
        try {
            serving.serve(wanted);
        } catch (ModelFault misfit) {
            var fitting = new ArrayList<ModelPackage.Source>();
            for (var other : wanted.beside()) {
                fitting.add(other);
                @Nullable String fault = fault(new Appointed(wanted.champion(), fitting, wanted.counting()));
                if (fault != null) {
                    fitting.removeLast();
                    found.put(versionOf(other), fault);
                }
            }
            serving.serve(new Appointed(wanted.champion(), fitting, wanted.counting()));
        }
    }

    private @Nullable String fault(Appointed tried) {
        try {
            serving.serve(tried);
            return null;
        } catch (ModelFault misfit) {
            return String.valueOf(misfit.getMessage());
        }
    }

    private static String versionOf(ModelPackage.Source source) throws ModelFault {
        return PackageHeader.of(source).version();
    }

    /// @param found takes in what is wrong
    private Appointed appointed(List<Row> rows, Map<String, String> found) {
        var champion =
                champion(rows).flatMap(row -> source(row.version(), found)).orElseGet(this::inItsPlace);
        var beside = rows.stream()
                .filter(row -> row.state() != ModelState.CHAMPION)
                .flatMap(row -> source(row.version(), found).stream())
                .toList();
        return new Appointed(champion, beside, counting(rows));
    }

    private ModelPackage.Source inItsPlace() {
        String serves = serves();
        return serves.isEmpty()
                ? serving.shipped()
                : source(serves, new HashMap<>()).orElseGet(serving::shipped);
    }

    private String serves() {
        return serving.describe().map(ModelDescription::version).orElse("");
    }

    private Optional<ModelPackage.Source> source(String version, Map<String, String> found) {
        try {
            var source = registry.source(version)
                    .orElseThrow(() -> new ModelFault("Its files are not in this home, nor in the database"));
            if (PackageHeader.of(source).kind().equals(ModelPackage.KIND)) {
                ModelPackage.read(source);
            }
            if (!registry.isRegistered(version, source)) {
                throw new ModelFault("The files in this home are not those that were registered");
            }
            return Optional.of(source);
        } catch (ModelFault | RuntimeException broken) {
            if (broken instanceof DataAccessException away) {
                throw away;
            }
            log.atError().setCause(broken).addKeyValue("version", version).log("A model cannot serve");
            found.put(version, String.valueOf(broken.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Row> champion(List<Row> rows) {
        return rows.stream().filter(row -> row.state() == ModelState.CHAMPION).findFirst();
    }

    private void settle(List<Row> rows, Map<String, String> found) {
        var beside = rows.stream()
                .filter(row -> row.state() != ModelState.CHAMPION)
                .map(Row::version)
                .filter(version -> !found.containsKey(version))
                .toList();
        var canary = rows.stream()
                .filter(row -> row.state() == ModelState.CANARY && beside.contains(row.version()))
                .map(row -> new Post.Canary(row.version(), row.share(), row.salt()))
                .findFirst();
        post = new Post(champion(rows).map(Row::version).orElse(""), canary, beside);
        faults = Map.copyOf(found);
        standIn = found.containsKey(post.champion()) ? serves() : "";
        followed = rows;
        patience = 0;
    }
}
