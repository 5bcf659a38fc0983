package dev.docket.client.insights;

import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The questions that the floor answers by figures, in the order of the screen: who may ask each.
public enum Question {
    QUEUE_AGES(Role.MODERATOR, Role.SUPERVISOR),
    IN_TIME(Role.SUPERVISOR, Role.ADMIN),
    THROUGHPUT(Role.SUPERVISOR, Role.ADMIN),
    OVERTURNS(Role.SENIOR, Role.SUPERVISOR, Role.POLICY),
    AGREEMENT(Role.SUPERVISOR, Role.POLICY),
    PRECISION(Role.SUPERVISOR, Role.POLICY, Role.ML),
    RECALL(Role.SUPERVISOR, Role.POLICY, Role.ML),
    COST(Role.SUPERVISOR, Role.POLICY, Role.ADMIN),
    DRIFT(Role.SUPERVISOR, Role.ML),
    DEGRADATION(Role.SUPERVISOR, Role.ML),
    ANCHORING(Role.SUPERVISOR, Role.ML),
    EXPLORATION(Role.SUPERVISOR, Role.ML),
    FAIRNESS(Role.SUPERVISOR, Role.POLICY, Role.ML),
    FAIRNESS_APPEALS(Role.SUPERVISOR, Role.POLICY, Role.ML),
    CARE(Role.SUPERVISOR),
    OWN_WORK(Role.MODERATOR),
    OWN_ACCURACY(Role.MODERATOR);

    private final Set<Role> roles;

    Question(Role... roles) {
        this.roles = EnumSet.copyOf(List.of(roles));
    }

    /// As the floor calls it.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<Question> of(PersonView person) {
        return Arrays.stream(values())
                .filter(question -> person.roles().stream().anyMatch(question.roles::contains))
                .toList();
    }
}
