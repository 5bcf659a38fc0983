package dev.docket.backend.policy;

import dev.docket.backend.platform.Remembered;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The policies in force, read again twice a second: a version published on another backend, or
/// automatic action
/// switched off there, holds here within a second.
@Service
class PolicyBook implements Policies {
    private final StoredPolicies stored;
    private final StoredAutomation automation;
    private final Remembered<Page> current = new Remembered<>(Duration.ofMillis(500), this::read);

    PolicyBook(StoredPolicies stored, StoredAutomation automation) {
        this.stored = stored;
        this.automation = automation;
    }

    private record Page(Thresholds thresholds, Set<String> acting, OptionalDouble auditShare) {}

    @Override
    public List<Policy> all() {
        return page().thresholds().policies();
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
    public Routing route(Map<String, Double> scores, String language) {
        return page().thresholds().route(scores, language);
    }

    @Override
    public boolean mayAct(String key) {
        return page().acting().contains(key)
                && byKey(key).filter(Policy::active).filter(Policy::canAct).isPresent();
    }

    @Override
    public OptionalDouble auditShare() {
        return page().auditShare();
    }

    /// Reads afresh once the transaction that changed something has ended.
    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            current.forget();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            /// Before whoever acts on the change after the transaction.
            @Override
            public int getOrder() {
                return Ordered.HIGHEST_PRECEDENCE;
            }

            @Override
            public void afterCompletion(int status) {
                current.forget();
            }
        });
    }

    private Page page() {
        return current.get();
    }

    private Page read() {
        var share = automation.auditShare();
        var acting = automation.acting();
        return new Page(
                new Thresholds(stored.current(), acting),
                acting,
                share.isPresent() ? OptionalDouble.of(share.get().value()) : OptionalDouble.empty());
    }
}
