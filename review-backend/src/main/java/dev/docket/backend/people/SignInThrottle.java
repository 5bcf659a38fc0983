package dev.docket.backend.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.backend.platform.DomainProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Five tries a minute for a name, whether anybody bears it or not.
///
/// A try is counted before the password is looked at, so a hundred tries at the same moment are five as well; the right
/// password clears the count.
@Component
class SignInThrottle {
    private static final int TRIES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Cache<String, List<Instant>> tries =
            Caffeine.newBuilder().maximumSize(100_000).build();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /// @throws DomainProblem of status 429 when the name has used up its tries
    void admit(String username) {
        Instant now = clock.instant();
        tries.asMap().compute(username, (name, before) -> {
            var recent = before == null
                    ? List.<Instant>of()
                    : before.stream().filter(now.minus(WINDOW)::isBefore).toList();
            if (recent.size() >= TRIES) {
                throw refusal(Duration.between(now, recent.getFirst().plus(WINDOW)));
            }
            return Stream.concat(recent.stream(), Stream.of(now)).toList();
        });
    }

    void forget(String username) {
        tries.invalidate(username);
    }

    private static DomainProblem refusal(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new DomainProblem(
                PeopleProblem.TOO_MANY_FAILURES, "Wait for Retry-After seconds.", Map.of("retryAfter", seconds));
    }
}
