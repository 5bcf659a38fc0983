package dev.docket.backend.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.backend.platform.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Whose credentials were shown lately, so that knowing who sends a request costs no statement.
///
/// Every second all of them are read again, in two statements however many they are: what another floor revoked or
/// changed holds here within about two seconds. What is changed on this floor holds from its commit on. What was not
/// read again for [#GOOD_FOR], because the database did not answer, is not believed.
@Component
public class KnownCallers {
    private static final Logger log = LoggerFactory.getLogger(KnownCallers.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(4);
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int MOST = 100_000;

    private final CallerRows rows;
    private final Clock clock;
    private final Cache<Shown, Entry> entries =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();
    private long forgotten;

    KnownCallers(CallerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// @param hash of the credential, in hexadecimal
    record Shown(boolean key, String hash) {}

    Optional<Caller> callerOf(Shown shown) {
        @Nullable Entry known = entries.getIfPresent(shown);
        if (known == null || System.nanoTime() - known.readAt > GOOD_FOR.toNanos()) {
            known = read(shown);
        }
        return known == null || !known.found.until().isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(known.found.caller());
    }

    /// Forgets a person, or a program's key, once the transaction that changed them has ended.
    void forget(UUID whose) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forgetNow(whose);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forgetNow(whose);
            }
        });
    }

    /// Looks all of them up again.
    ///
    /// At a fixed rate, and so on a thread of its own: jobs with a fixed delay wait for one another.
    @Scheduled(fixedRate = 1_000)
    public void readAgain() {
        var known = Map.copyOf(entries.asMap());
        if (known.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        Map<Shown, CallerRows.Found> found;
        try {
            found = find(known.keySet());
        } catch (DataAccessException away) {
            log.atDebug().log("Who is known was not read again; after a while nobody is");
            return;
        }
        known.forEach((shown, entry) -> {
            CallerRows.@Nullable Found now = found.get(shown);
            if (now == null) {
                entries.asMap().remove(shown, entry);
            } else {
                entry.renew(now, began);
            }
        });
    }

    private @Nullable Entry read(Shown shown) {
        long before = forgottenSoFar();
        long began = System.nanoTime();
        CallerRows.@Nullable Found found = find(Set.of(shown)).get(shown);
        if (found == null) {
            entries.invalidate(shown);
            return null;
        }
        var entry = new Entry(found, began);
        keep(shown, entry, before);
        return entry;
    }

    private Map<Shown, CallerRows.Found> find(Collection<Shown> all) {
        var found = new HashMap<Shown, CallerRows.Found>();
        found.putAll(find(all, false, rows::people));
        found.putAll(find(all, true, rows::programs));
        return found;
    }

    private static Map<Shown, CallerRows.Found> find(
            Collection<Shown> all, boolean keys, Function<Collection<String>, Map<String, CallerRows.Found>> source) {
        var hashes = all.stream()
                .filter(shown -> shown.key() == keys)
                .map(Shown::hash)
                .toList();
        return hashes.isEmpty()
                ? Map.of()
                : source.apply(hashes).entrySet().stream()
                        .collect(Collectors.toMap(one -> new Shown(keys, one.getKey()), Map.Entry::getValue));
    }

    private synchronized void forgetNow(UUID whose) {
        forgotten++;
        entries.asMap().values().removeIf(entry -> entry.isOf(whose));
    }

    private synchronized long forgottenSoFar() {
        return forgotten;
    }

    /// Not what was read while somebody was forgotten: it may be what they were before.
    private synchronized void keep(Shown shown, Entry entry, long before) {
        if (forgotten == before) {
            entries.put(shown, entry);
        }
    }

    private static final class Entry {
        private volatile CallerRows.Found found;
        private volatile long readAt;

        Entry(CallerRows.Found found, long readAt) {
            this.found = found;
            this.readAt = readAt;
        }

        void renew(CallerRows.Found now, long at) {
            found = now;
            readAt = at;
        }

        boolean isOf(UUID whose) {
            return switch (found.caller()) {
                case Caller.Person person -> person.id().equals(whose);
                case Caller.Program program -> program.keyId().equals(whose);
            };
        }
    }
}
