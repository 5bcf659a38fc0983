package dev.docket.backend.quality;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.people.ClearanceChanged;
import dev.docket.backend.people.People;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.queue.Purpose;
import dev.docket.backend.queue.TrialTasks;
import dev.docket.dto.people.Role;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Deals golden items among the live ones, so that a set share of what each moderator decides
/// is golden and nobody can tell which.
///
/// For each decision of a moderator a coin is thrown that falls on golden with the set share.
/// So the gaps are geometric, which is the one distribution without memory: having counted
/// how many live items came since the last golden one tells nothing about the next. A
/// moderator has one golden task open at most; what they decide while it waits is counted
/// when it is answered. Floors take turns under an advisory lock.
@Service
class GoldenDealer {
    /// A golden task that nobody came for is taken back: its person went home.
    private static final Duration STALE = Duration.ofHours(8);

    private static final Actor DEALER = new Actor.Automation("golden items");

    private final StoredTrialTasks trials;
    private final StoredGoldenItems golden;
    private final TrialTasks tasks;
    private final People people;
    private final AuditTrail audit;

    GoldenDealer(StoredTrialTasks trials, StoredGoldenItems golden, TrialTasks tasks, People people, AuditTrail audit) {
        this.trials = trials;
        this.golden = golden;
        this.tasks = tasks;
        this.people = people;
        this.audit = audit;
    }

    /// @param share of a moderator's tasks that shall be golden, 0..1
    /// @return how many were dealt; 0 while another floor deals
    @Transactional
    public int deal(double share, RandomGenerator random) {
        if (!trials.deal()) {
            return 0;
        }
        tasks.withdraw(trials.waitingLongerThan(STALE));
        int dealt = 0;
        for (var turn : trials.turns()) {
            boolean comes = random.nextDouble() < 1 - Math.pow(1 - share, turn.decisions());
            dealt += comes && deal(turn) ? 1 : 0;
        }
        return dealt;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ClearanceChanged changed) {
        tasks.withdraw(trials.waitingFor(changed.person()));
    }

    private boolean deal(StoredTrialTasks.Turn turn) {
        var drawn = people.clearance(turn.person())
                .filter(GoldenDealer::mayNotKnow)
                .flatMap(person -> golden.draw(person, turn.queues()));
        if (drawn.isEmpty()) {
            return false;
        }
        var candidate = drawn.get();
        var task = tasks.offer(candidate.item(), turn.person(), Purpose.GOLDEN, candidate.queue());
        task.ifPresent(made -> note(made, candidate, turn.person()));
        return task.isPresent();
    }

    /// Supervisors may look every golden item up.
    private static boolean mayNotKnow(People.Clearance person) {
        return person.roles().contains(Role.MODERATOR) && !person.roles().contains(Role.SUPERVISOR);
    }

    private void note(UUID task, StoredGoldenItems.Candidate candidate, UUID person) {
        trials.insert(task, candidate.item(), person, candidate.golden(), null);
        audit.append(
                DEALER,
                "golden.dealt",
                "golden_item",
                candidate.golden().toString(),
                Map.of("task", task, "person", person));
    }
}
