package dev.docket.backend.care;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.backend.queue.ClaimGuard;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps harsh queues from people who had enough for the day, or for the moment. The answer is remembered for a second:
/// a desk claims more often than anybody's standing changes.
@Component
class HarshQueues implements ClaimGuard {
    private static final int UNKNOWN = 2;

    private final StoredExposure stored;
    private final Policies policies;
    private final CareProperties properties;
    private final Cache<UUID, Boolean> spared =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

    HarshQueues(StoredExposure stored, Policies policies, CareProperties properties) {
        this.stored = stored;
        this.policies = policies;
        this.properties = properties;
    }

    /// Who asks for nothing but harsh queues hears why there is nothing; an empty list would look like an empty floor.
    ///
    /// @throws DomainProblem `exposure-limit-reached`
    @Override
    public Set<String> offered(Caller.Person person, Set<String> queues) {
        var harsh = queues.stream().filter(this::isHarsh).collect(Collectors.toSet());
        if (harsh.isEmpty() || !mustBeSpared(person.id())) {
            return queues;
        }
        var left = queues.stream().filter(queue -> !harsh.contains(queue)).collect(Collectors.toUnmodifiableSet());
        if (left.isEmpty()) {
            throw new DomainProblem(
                    CareProblem.EXPOSURE_LIMIT_REACHED, "You had enough of these queues for now; claim from others.");
        }
        return left;
    }

    /// The severity of what waits in a queue, by its policy.
    int severity(String queue) {
        return policies.ofQueue(queue).map(Policy::defaultSeverity).orElse(UNKNOWN);
    }

    void forget(UUID person) {
        spared.invalidate(person);
    }

    /// Not loaded by the cache itself: that would make claims wait for one another's reading.
    private boolean mustBeSpared(UUID person) {
        @Nullable Boolean known = spared.getIfPresent(person);
        if (known != null) {
            return known;
        }
        boolean found = isSpared(person);
        spared.put(person, found);
        return found;
    }

    private boolean isHarsh(String queue) {
        return severity(queue) >= properties.harshSeverity();
    }

    private boolean isSpared(UUID person) {
        var standing = stored.standing(person);
        int cap = standing.cap() == null ? properties.dailyCap() : Math.min(standing.cap(), properties.dailyCap());
        return standing.restUntil() != null || standing.points() >= cap;
    }
}
