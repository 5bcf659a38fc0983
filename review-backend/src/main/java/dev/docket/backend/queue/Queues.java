package dev.docket.backend.queue;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.SourceQueue;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.TaskKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Which queues there are, and whom they are open to: one for each policy, more where a policy has them for some
/// sources, and two that need a role.
@Component
class Queues {
    /// For supervisors: what others could not settle.
    static final String ADJUDICATION = "adjudication";
    /// For seniors.
    static final String APPEALS = "appeals";

    private final Policies policies;
    private final SourceQueues sources;

    Queues(Policies policies, SourceQueues sources) {
        this.policies = policies;
        this.sources = sources;
    }

    /// Key to title, in the order the desk shows them.
    Map<String, String> openTo(Caller.Person person) {
        return openTo(person.roles(), person.queues(), person.skills());
    }

    /// @param roles with everything a role includes
    /// @param clearances queue keys; a policy's stands for those of its sources too, `*` for all
    /// @param skills what the person is trained in; a policy may ask for some
    Map<String, String> openTo(Set<Role> roles, Set<String> clearances, Set<String> skills) {
        var open = new LinkedHashMap<String, String>();
        policies.all().stream()
                .filter(policy -> policy.mayBeDecidedBy(roles, skills))
                .flatMap(policy -> of(policy).entrySet().stream())
                .filter(queue -> SourceQueue.isCleared(clearances, queue.getKey()))
                .forEach(queue -> open.put(queue.getKey(), queue.getValue()));
        if (roles.contains(Role.SENIOR)) {
            open.put(APPEALS, "Appeals");
        }
        if (roles.contains(Role.SUPERVISOR)) {
            open.put(ADJUDICATION, "Adjudication");
        }
        return open;
    }

    /// Every queue, key to title, in the order the desk shows them.
    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        policies.all().forEach(policy -> all.putAll(of(policy)));
        all.put(APPEALS, "Appeals");
        all.put(ADJUDICATION, "Adjudication");
        return all;
    }

    boolean isOfPolicy(String key) {
        return policies.byKey(key).isPresent()
                || sources.of(SourceQueue.policyOf(key)).stream()
                        .anyMatch(own -> own.key().equals(key));
    }

    /// Appeals wait with appeals and adjudications with adjudication, whoever moves them: other queues have people who
    /// may not see what comes with them.
    ///
    /// @return why a task of that kind cannot go from one queue to the other; empty when it can
    Optional<String> objection(TaskKind kind, String from, String to) {
        if (!exists(to)) {
            return Optional.of("no such queue");
        }
        boolean bound = kind == TaskKind.APPEAL || kind == TaskKind.ADJUDICATION;
        if (!from.equals(to) && (bound || to.equals(APPEALS))) {
            return Optional.of("not a queue for this kind of task");
        }
        return Optional.empty();
    }

    boolean exists(String key) {
        return List.of(ADJUDICATION, APPEALS).contains(key) || isOfPolicy(key);
    }

    private Map<String, String> of(Policy policy) {
        var queues = new LinkedHashMap<String, String>();
        queues.put(policy.key(), policy.title());
        sources.of(policy.key()).forEach(own -> queues.put(own.key(), own.title(policy.title())));
        return queues;
    }
}
