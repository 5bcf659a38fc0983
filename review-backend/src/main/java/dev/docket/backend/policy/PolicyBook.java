package dev.docket.backend.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The policies in force, read again every second: a version published on another backend is in use within that time.
@Service
class PolicyBook implements Policies {
    private static final String CURRENT = "current";

    private final StoredPolicies stored;
    private final Cache<String, Thresholds> current =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

    PolicyBook(StoredPolicies stored) {
        this.stored = stored;
    }

    @Override
    public List<Policy> all() {
        return thresholds().policies();
    }

    @Override
    public Optional<Policy> byKey(String key) {
        return all().stream().filter(policy -> policy.key().equals(key)).findFirst();
    }

    @Override
    public Optional<Policy> byKey(String key, int version) {
        return byKey(key).filter(policy -> policy.version() == version).or(() -> stored.version(key, version));
    }

    @Override
    public Routing route(Map<String, Double> scores) {
        return thresholds().route(scores);
    }

    private Thresholds thresholds() {
        return Objects.requireNonNull(current.get(CURRENT, key -> new Thresholds(stored.current())));
    }
}
