package dev.docket.backend.filters;

import jakarta.annotation.PreDestroy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Counts how many items meet each blocklist and each term, for whoever keeps the lists.
///
/// Items are counted in memory and written together every few seconds in one statement, since a write for each of them
/// would cost more than looking. A backend that is killed loses what it counted in those seconds; an item that is
/// classified twice counts twice. These are figures to tell a useful term from a useless one, and nothing decides by
/// them.
@Component
class MatchTally {
    private final StoredBlocklists stored;
    private final Map<Long, Long> terms = new ConcurrentHashMap<>();
    private final Map<UUID, Long> lists = new ConcurrentHashMap<>();

    MatchTally(StoredBlocklists stored) {
        this.stored = stored;
    }

    /// @param met those terms of one list that one item met
    void met(UUID list, Collection<Long> met) {
        lists.merge(list, 1L, Long::sum);
        met.forEach(term -> terms.merge(term, 1L, Long::sum));
    }

    @Scheduled(fixedDelay = 5_000)
    void write() {
        var metTerms = taken(terms);
        var metLists = taken(lists);
        if (metTerms.isEmpty() && metLists.isEmpty()) {
            return;
        }
        try {
            stored.met(metTerms, metLists);
        } catch (RuntimeException fault) {
            metTerms.forEach((term, items) -> terms.merge(term, items, Long::sum));
            metLists.forEach((list, items) -> lists.merge(list, items, Long::sum));
            throw fault;
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forget() {
        stored.forgetOldMatches();
    }

    @PreDestroy
    void writeTheLast() {
        write();
    }

    private static <K> Map<K, Long> taken(Map<K, Long> counted) {
        var taken = new HashMap<K, Long>();
        for (K key : counted.keySet()) {
            Long items = counted.remove(key);
            if (items != null) {
                taken.put(key, items);
            }
        }
        return taken;
    }
}
