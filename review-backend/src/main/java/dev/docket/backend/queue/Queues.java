package dev.docket.backend.queue;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.policy.Policies;
import dev.docket.dto.people.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var open = new LinkedHashMap<String, String>();
        policies.all().stream()
                .filter(policy -> isCleared(person.queues(), policy.key()))
                .forEach(policy -> open.put(policy.key(), policy.title()));
        if (person.is(Role.SENIOR)) {
            open.put(APPEALS, "Appeals");
        }
        if (person.is(Role.SUPERVISOR)) {
            open.put(ADJUDICATION, "Adjudication");
        }
        return open;
    }

    boolean exists(String key) {
        return List.of(ADJUDICATION, APPEALS).contains(key)
                || policies.byKey(key).isPresent();
    }

    private static boolean isCleared(Set<String> clearances, String queue) {
        return clearances.contains("*") || clearances.contains(queue);
    }
}
