package dev.docket.backend.classification.verdict;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.backend.classification.verdict.StoredVerdicts.Forgotten;
import dev.docket.backend.classification.verdict.StoredVerdicts.Row;
import dev.docket.backend.models.InferenceFigures;
import dev.docket.backend.models.InferenceFigures.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Verdicts in two tiers: this process's memory, and a table behind it that outlives the process
/// and is shared by all floors.
///
/// A verdict goes to the table when its content is seen the second time. Most texts are seen once, and
/// writing each of them down would cost more than the few that return would save.
///
/// Routing is not in here: what is kept are scores, and whoever gets them compares them with the
/// thresholds of the day. A tier that fails is a tier without an answer; scoring goes on.
///
/// @param <V> what is kept, by the hex digest of the whole content
public final class VerdictCache<V> {
    private static final Logger log = LoggerFactory.getLogger(VerdictCache.class);
    /// Far longer than any transaction that forgets a verdict.
    private static final Duration MEMORY_OF_OTHERS = Duration.ofMinutes(2);

    private final Kind kind;
    private final VerdictForm<V> form;
    private final StoredVerdicts stored;
    private final InferenceFigures figures;
    private final VerdictSettings settings;
    private final Cache<String, Kept<V>> memory;
    private Set<Forgotten> heard = Set.of();

    VerdictCache(
            Kind kind, VerdictForm<V> form, StoredVerdicts stored, InferenceFigures figures, VerdictSettings settings) {
        this.kind = kind;
        this.form = form;
        this.stored = stored;
        this.figures = figures;
        this.settings = settings;
        this.memory = Caffeine.newBuilder()
                .maximumWeight(settings.memory().toBytes())
                .weigher((String digest, Kept<V> kept) -> form.weight(kept.verdict()))
                .build();
    }

    /// Whether anything is kept at all.
    public boolean isOn() {
        return settings.areKept();
    }

    /// Verdicts on this basis; absent where there is none, or none with the explanation it must have.
    public Map<String, V> find(Set<String> digests, Basis basis, boolean explained) {
        var found = new HashMap<String, V>();
        var again = new ArrayList<Row>();
        for (var digest : digests) {
            var kept = memory.getIfPresent(digest);
            if (kept != null && kept.answers(basis, explained)) {
                found.put(digest, kept.verdict());
                if (kept.stored().compareAndSet(false, true)) {
                    again.add(new Row(digest, form.write(kept.verdict()), kept.explained()));
                }
            }
        }
        figures.lookedUp(Tier.MEMORY, digests.size(), found.size());
        store(again, basis);
        var missing =
                digests.stream().filter(digest -> !found.containsKey(digest)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            found.putAll(fromTable(missing, basis, explained));
        }
        return found;
    }

    private Map<String, V> fromTable(Set<String> digests, Basis basis, boolean explained) {
        var found = new HashMap<String, V>();
        for (var row : read(digests, basis, explained)) {
            form.read(row.scores()).ifPresent(verdict -> {
                memory.put(row.digest(), new Kept<>(basis, verdict, row.explained(), new AtomicBoolean(true)));
                found.put(row.digest(), verdict);
            });
        }
        figures.lookedUp(Tier.TABLE, digests.size(), found.size());
        return found;
    }

    private List<Row> read(Set<String> digests, Basis basis, boolean explained) {
        try {
            return stored.find(kind, digests, basis, explained);
        } catch (DataAccessException | TransactionException away) {
            degraded(away);
            return List.of();
        }
    }

    private void store(Collection<Row> rows, Basis basis) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            stored.keep(kind, rows, basis);
        } catch (DataAccessException | TransactionException away) {
            degraded(away);
        }
    }

    private static void degraded(RuntimeException away) {
        log.atWarn()
                .addKeyValue("fault", away.getClass().getSimpleName())
                .log("The table of verdicts is not there; what is sent is scored again");
    }

    /// Keeps what was scored just now.
    public void keep(Map<String, V> scored, Basis basis, boolean explained) {
        scored.forEach((digest, verdict) ->
                memory.put(digest, new Kept<>(basis, verdict, explained, new AtomicBoolean(false))));
    }

    /// Drops a verdict on this floor and all others, once the caller's transaction commits.
    ///
    /// @throws IllegalStateException without a transaction
    public void forget(String digest) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a verdict is forgotten in its cause's transaction");
        }
        stored.forget(kind, digest);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                memory.invalidate(digest);
            }
        });
    }

    /// What other floors forgot is forgotten here within a second. The times are those of the
    /// statements and not of the commits, so one that took long to commit is found by looking back
    /// further than to the last look.
    void hearOfOthers() {
        if (!isOn()) {
            return;
        }
        try {
            var lately = stored.forgottenLately(kind, MEMORY_OF_OTHERS);
            lately.stream()
                    .filter(forgotten -> !heard.contains(forgotten))
                    .forEach(forgotten -> memory.invalidate(forgotten.digest()));
            heard = lately;
        } catch (DataAccessException | TransactionException away) {
            degraded(away);
        }
    }

    void prune() {
        stored.prune(kind, settings.keep(), settings.rows());
    }

    /// @param stored whether the table has it too
    private record Kept<V>(Basis basis, V verdict, boolean explained, AtomicBoolean stored) {
        boolean answers(Basis asked, boolean mustBeExplained) {
            return basis.equals(asked) && (explained || !mustBeExplained);
        }
    }
}
