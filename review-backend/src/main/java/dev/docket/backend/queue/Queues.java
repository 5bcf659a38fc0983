package dev.docket.backend.queue;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.policy.Policies;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.TaskKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Which queues there are, and whom they are open to: one for each policy, and two that need a role.
@Component
class Queues {
    /// For supervisors: what others could not settle.
    static final String ADJUDICATION = "adjudication";
    /// For seniors.
    static final String APPEALS = "appeals";

    private final Policies policies;

    Queues(Policies policies) {
        this.policies = policies;
    }

    /// Key to title, in the order the desk shows them.
    Map<String, String> openTo(Caller.Person person) {
        return openTo(person.roles(), person.queues(), person.skills());
    }

    /// @param roles with everything a role includes
    /// @param skills what the person is trained in; a policy may ask for some
    Map<String, String> openTo(Set<Role> roles, Set<String> clearances, Set<String> skills) {
        var open = new LinkedHashMap<String, String>();
        policies.all().stream()
                .filter(policy -> isCleared(clearances, policy.key()))
                .filter(policy -> policy.mayBeDecidedBy(roles, skills))
                .forEach(policy -> open.put(policy.key(), policy.title()));
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
        policies.all().forEach(policy -> all.put(policy.key(), policy.title()));
        all.put(APPEALS, "Appeals");
        all.put(ADJUDICATION, "Adjudication");
        return all;
    }

    boolean isOfPolicy(String key) {
        return policies.byKey(key).isPresent();
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
        return List.of(ADJUDICATION, APPEALS).contains(key)
                || policies.byKey(key).isPresent();
    }

    private static boolean isCleared(Set<String> clearances, String queue) {
        return clearances.contains("*") || clearances.contains(queue);
    }
}
