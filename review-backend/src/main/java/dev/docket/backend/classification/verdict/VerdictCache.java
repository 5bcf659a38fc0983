package dev.docket.backend.classification.verdict;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.backend.classification.verdict.StoredVerdicts.Forgotten;
import dev.docket.backend.classification.verdict.StoredVerdicts.Row;
import dev.docket.backend.models.InferenceFigures;
import dev.docket.backend.models.InferenceFigures.Tier;
import dev.docket.backend.platform.TextDigest;
import dev.docket.model.TextScores;
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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Verdicts in two tiers: this process's memory, and a table behind it that outlives the process
/// and is shared by all floors.
///
/// A verdict goes to the table when its text is seen the second time. Most texts are seen once, and
/// writing each of them down would cost more than the few that return would save.
///
/// Routing is not in here: what is kept are scores, and whoever gets them compares them with the
/// thresholds of the day. A tier that fails is a tier without an answer; scoring goes on.
@Component
public class VerdictCache {
    private static final Logger log = LoggerFactory.getLogger(VerdictCache.class);
    /// What an entry weighs beside its tokens, and each token, in bytes.
    private static final int ENTRY = 2_000;

    private static final int TOKEN = 48;
    /// Far longer than any transaction that forgets a verdict.
    private static final Duration MEMORY_OF_OTHERS = Duration.ofMinutes(2);

    private final StoredVerdicts stored;
    private final InferenceFigures figures;
    private final VerdictSettings settings;
    private final Cache<TextDigest, Kept> memory;
    private Set<Forgotten> heard = Set.of();

    VerdictCache(StoredVerdicts stored, InferenceFigures figures, VerdictSettings settings) {
        this.stored = stored;
        this.figures = figures;
        this.settings = settings;
        this.memory = Caffeine.newBuilder()
                .maximumWeight(settings.memory().toBytes())
                .weigher((TextDigest text, Kept kept) -> kept.weight())
                .build();
    }

    /// Whether anything is kept at all.
    public boolean isOn() {
        return settings.areKept();
    }

    /// Verdicts on this basis; absent where there is none, or none with the explanation it must have.
    public Map<TextDigest, TextScores> find(Set<TextDigest> texts, Basis basis, boolean explained) {
        var found = new HashMap<TextDigest, TextScores>();
        var again = new ArrayList<Row>();
        for (var text : texts) {
            var kept = memory.getIfPresent(text);
            if (kept != null && kept.answers(basis, explained)) {
                found.put(text, kept.scores());
                if (kept.stored().compareAndSet(false, true)) {
                    again.add(new Row(text, kept.scores(), kept.explained()));
                }
            }
        }
        figures.lookedUp(Tier.MEMORY, texts.size(), found.size());
        store(again, basis);
        var missing = texts.stream().filter(text -> !found.containsKey(text)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            found.putAll(fromTable(missing, basis, explained));
        }
        return found;
    }

    private Map<TextDigest, TextScores> fromTable(Set<TextDigest> texts, Basis basis, boolean explained) {
        var found = new HashMap<TextDigest, TextScores>();
        for (var row : read(texts, basis, explained)) {
            memory.put(row.text(), new Kept(basis, row.scores(), row.explained(), new AtomicBoolean(true)));
            found.put(row.text(), row.scores());
        }
        figures.lookedUp(Tier.TABLE, texts.size(), found.size());
        return found;
    }

    private List<Row> read(Set<TextDigest> texts, Basis basis, boolean explained) {
        try {
            return stored.find(texts, basis, explained);
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
            stored.keep(rows, basis);
        } catch (DataAccessException | TransactionException away) {
            degraded(away);
        }
    }

    private static void degraded(RuntimeException away) {
        log.atWarn()
                .addKeyValue("fault", away.getClass().getSimpleName())
                .log("The table of verdicts is not there; texts are scored again");
    }

    /// Keeps what was scored just now.
    public void keep(Map<TextDigest, TextScores> scored, Basis basis, boolean explained) {
        scored.forEach(
                (text, scores) -> memory.put(text, new Kept(basis, scores, explained, new AtomicBoolean(false))));
    }

    /// Drops a verdict on this floor and all others, once the caller's transaction commits.
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(TextDigest text) {
        stored.forget(text);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                memory.invalidate(text);
            }
        });
    }

    /// What other floors forgot is forgotten here within a second. The times are those of the
    /// statements and not of the commits, so one that took long to commit is found by looking back
    /// further than to the last look.
    @Scheduled(fixedDelay = 1_000)
    public void hearOfOthers() {
        if (!isOn()) {
            return;
        }
        try {
            var lately = stored.forgottenLately(MEMORY_OF_OTHERS);
            lately.stream()
                    .filter(forgotten -> !heard.contains(forgotten))
                    .forEach(forgotten -> memory.invalidate(forgotten.text()));
            heard = lately;
        } catch (DataAccessException | TransactionException away) {
            degraded(away);
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    public void prune() {
        stored.prune(settings.keep(), settings.rows());
    }

    /// @param stored whether the table has it too
    private record Kept(Basis basis, TextScores scores, boolean explained, AtomicBoolean stored) {
        boolean answers(Basis asked, boolean mustBeExplained) {
            return basis.equals(asked) && (explained || !mustBeExplained);
        }

        int weight() {
            int tokens = scores.explanations().values().stream()
                    .mapToInt(explanation -> explanation.tokens().size())
                    .sum();
            int others = scores.beside().values().stream().mapToInt(List::size).sum();
            return ENTRY + TOKEN * (tokens + others);
        }
    }
}
