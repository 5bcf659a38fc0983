package dev.docket.backend.queue;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.SourceQueue;
import dev.docket.backend.policy.Policies;
import dev.docket.dto.queue.QueueSources;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives sources queues of their own within a policy's, and takes them away.
///
/// People cleared for the policy are cleared for all its queues; others can be cleared for those of some sources.
/// What waits moves at once, in batches; done again after a crash, it goes on where it stopped.
@Service
public class Dividing {
    private static final int BATCH = 2_000;
    private static final int MOST_SOURCES = 50;
    /// What can stand in the path of an address as it is.
    private static final Pattern NAME = Pattern.compile("[^\\s/?#%]{1,100}");

    private final Policies policies;
    private final SourceQueues sources;
    private final Reassigning reassigning;
    private final AuditTrail audit;
    private final QueueNews news;
    private final TransactionTemplate transaction;

    Dividing(
            Policies policies,
            SourceQueues sources,
            Reassigning reassigning,
            AuditTrail audit,
            QueueNews news,
            TransactionTemplate transaction) {
        this.policies = policies;
        this.sources = sources;
        this.reassigning = reassigning;
        this.audit = audit;
        this.news = news;
        this.transaction = transaction;
    }

    /// @throws DomainProblem `not-found` when there is no such policy
    public QueueSources of(String policy) {
        requireKnown(policy);
        return new QueueSources(
                sources.of(policy).stream().map(SourceQueue::source).toList());
    }

    /// @throws DomainProblem `not-found` when there is no such policy
    /// @throws dev.docket.backend.platform.InvalidInput with every fault
    public QueueSources divide(Caller.Person by, String policy, QueueSources request) {
        requireKnown(policy);
        check(request.sources());
        var before = of(policy);
        var wanted = new QueueSources(List.copyOf(new TreeSet<>(request.sources())));
        transaction.executeWithoutResult(status -> {
            sources.replace(policy, wanted.sources(), by.id());
            audit.append(by.actor(), "queue.divided", "queue", policy, Map.of("sources", wanted.sources()));
        });
        sources.forget();
        sortOut(policy);
        changed(policy, before);
        changed(policy, wanted);
        reassigning.recheck(policy);
        return wanted;
    }

    private void sortOut(String policy) {
        int went;
        do {
            went = java.util.Objects.requireNonNull(transaction.execute(status -> sources.sort(policy, BATCH)));
        } while (went == BATCH);
    }

    private void changed(String policy, QueueSources divided) {
        news.changed(policy);
        divided.sources().forEach(source -> news.changed(new SourceQueue(policy, source).key()));
    }

    private static void check(List<String> wanted) {
        var errors = new FieldErrors();
        if (wanted.size() > MOST_SOURCES) {
            errors.add("/sources", "at most " + MOST_SOURCES);
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!NAME.matcher(wanted.get(i)).matches()) {
                errors.add("/sources/" + i, "1 to 100 characters without space, slash, ?, # and %");
            }
        }
        errors.throwIfAny();
    }

    private void requireKnown(String policy) {
        if (policies.byKey(policy).isEmpty()) {
            throw new DomainProblem(
                    CommonProblem.NOT_FOUND, "There is no such policy; GET /api/v1/policies lists them.");
        }
    }
}
