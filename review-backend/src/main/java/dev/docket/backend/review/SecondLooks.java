package dev.docket.backend.review;

import dev.docket.backend.policy.Policies;
import dev.docket.backend.queue.HeldTask;
import dev.docket.backend.queue.NewLook;
import dev.docket.backend.queue.ReviewTasks;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.TaskKind;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Says whether a decision counts or somebody else must look first, and who may.
///
/// A first decision may be drawn for a second look. The second person sees nothing of the first; if they find the same
/// it counts, if not an adjudicator sees both. Whoever took part in any of it is kept from the looks that follow. What
/// cannot be made good waits until two people want it, whoever decided and however.
@Component
class SecondLooks {
    private static final String SUPERVISORS = "adjudication";
    private static final int USUAL_SEVERITY = 2;

    private final SecondLookRule rule;
    private final PastDecisions decisions;
    private final ReviewTasks tasks;
    private final Policies policies;
    private final RandomGenerator random;

    @Autowired
    SecondLooks(SecondLookRule rule, PastDecisions decisions, ReviewTasks tasks, Policies policies) {
        this(rule, decisions, tasks, policies, new SecureRandom());
    }

    SecondLooks(
            SecondLookRule rule,
            PastDecisions decisions,
            ReviewTasks tasks,
            Policies policies,
            RandomGenerator random) {
        this.rule = rule;
        this.decisions = decisions;
        this.tasks = tasks;
        this.policies = policies;
        this.random = random;
    }

    Course after(UUID person, HeldTask task, Finding finding) {
        if (finding.outcome() == Outcome.CANNOT_DECIDE) {
            return toSupervisors(person, task, "A moderator could not decide.");
        }
        return switch (task.kind()) {
            case FIRST -> afterFirst(person, task, finding);
            case SECOND -> afterSecond(person, task, finding);
            case ADJUDICATION, APPEAL -> unlessOneAlone(person, task, finding);
        };
    }

    /// In which state a live decision like this one would be, with nothing opened: for trial tasks, which must not be
    /// told from first looks by what comes back.
    DecisionState seeming(UUID person, HeldTask task, Finding finding) {
        boolean waits = finding.outcome() == Outcome.CANNOT_DECIDE
                || random.nextDouble() < rule.probability(person, task, finding);
        return waits ? DecisionState.AWAITING_SECOND : DecisionState.HELD;
    }

    /// For decisions that are no first look: what always wants a second person waits for one, unless somebody else
    /// found as much of the item already.
    ///
    /// @param task what stands for the task of decisions that no task led to
    Course unlessOneAlone(UUID person, HeldTask task, Finding finding) {
        boolean alone = SecondLookRule.isCompulsory(finding)
                && others(person, task).stream()
                        .noneMatch(other -> other.person() != null && isBackedBy(other.finding(), finding));
        return alone ? new Course(second(person, task), null) : Course.COUNTS;
    }

    /// What a policy does by itself counts, since two people wanted that it may; at severity 4 a person judges the item
    /// all the same, knowing nothing of it, while what was done stands.
    Course afterAutomation(HeldTask task, Finding finding) {
        return finding.isCritical()
                ? new Course(second(decisions.involved(task.item()), task, task.queue()), null, false)
                : Course.COUNTS;
    }

    /// Whether somebody else has to look before it counts, by rule or by chance.
    boolean isDrawn(UUID person, HeldTask task, Finding finding) {
        return random.nextDouble() < rule.probability(person, task, finding);
    }

    /// Whether one of the others found as much of the same, without knowing of it.
    static boolean isBacked(Finding finding, List<Finding> others) {
        return !SecondLookRule.isCompulsory(finding) || others.stream().anyMatch(other -> isBackedBy(other, finding));
    }

    private static boolean isBackedBy(Finding other, Finding finding) {
        return (!finding.isCritical() || other.isCritical())
                && Irreversible.in(other.actions()).containsAll(Irreversible.in(finding.actions()));
    }

    private Course afterFirst(UUID person, HeldTask task, Finding finding) {
        if (task.queue().equals(SUPERVISORS) && !SecondLookRule.isCompulsory(finding)) {
            return Course.COUNTS;
        }
        double probability = rule.probability(person, task, finding);
        return new Course(random.nextDouble() < probability ? second(person, task) : null, probability);
    }

    private Course afterSecond(UUID person, HeldTask task, Finding finding) {
        boolean agreed = judged(person, task).stream().anyMatch(other -> Accord.between(other.finding(), finding));
        return agreed ? Course.COUNTS : toSupervisors(person, task, "Two looks found different things.");
    }

    /// What a second look is about: what waits for it, or else what automation did that stands meanwhile.
    private List<PastDecision> judged(UUID person, HeldTask task) {
        var waiting = others(person, task);
        return waiting.isEmpty() && task.kind() == TaskKind.SECOND
                ? decisions.of(task.item()).stream()
                        .filter(WaitingDecisions::isStandingAutomation)
                        .toList()
                : waiting;
    }

    /// A supervisor sees both where there are two to see; a look of its own otherwise.
    private Course toSupervisors(UUID person, HeldTask task, String reason) {
        var kind = judged(person, task).isEmpty() ? TaskKind.FIRST : TaskKind.ADJUDICATION;
        return new Course(
                new NewLook(
                        task.item(),
                        kind,
                        SUPERVISORS,
                        task.severity(),
                        task.probability(),
                        involved(person, task),
                        reason),
                null);
    }

    /// Its queue, reason and urgency are those of the first look: nothing of the decision shows, nor by what way it
    /// came about.
    private NewLook second(UUID person, HeldTask task) {
        return second(involved(person, task), task, SUPERVISORS);
    }

    private NewLook second(Set<UUID> involved, HeldTask task, String unlessLookedAt) {
        var first = task.kind() == TaskKind.FIRST ? Optional.of(task) : tasks.firstLook(task.item());
        return new NewLook(
                task.item(),
                TaskKind.SECOND,
                first.map(HeldTask::queue)
                        .or(() -> Optional.of(unlessLookedAt))
                        .filter(queue -> policies.ofQueue(queue).isPresent())
                        .orElse(SUPERVISORS),
                first.map(HeldTask::severity).orElse(USUAL_SEVERITY),
                first.map(HeldTask::probability).orElse(0.0),
                involved,
                first.map(HeldTask::reason).orElse("Drawn for a second look."));
    }

    /// Decisions of others on the item that wait or are in effect.
    private List<PastDecision> others(UUID person, HeldTask task) {
        return decisions.of(task.item()).stream()
                .filter(other -> !person.equals(other.person()))
                .filter(other -> other.finding().outcome() != Outcome.CANNOT_DECIDE)
                .filter(other -> other.state() == DecisionState.AWAITING_SECOND
                        || task.kind() != TaskKind.SECOND && other.state() == DecisionState.EFFECTIVE)
                .toList();
    }

    private Set<UUID> involved(UUID person, HeldTask task) {
        var involved = new HashSet<>(decisions.involved(task.item()));
        involved.add(person);
        return involved;
    }
}
