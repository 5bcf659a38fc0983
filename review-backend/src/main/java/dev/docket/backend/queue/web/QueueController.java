package dev.docket.backend.queue.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.queue.ReviewQueue;
import dev.docket.backend.queue.ReviewTasks;
import dev.docket.backend.queue.TaskMoves;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.queue.ClaimedTasks;
import dev.docket.dto.queue.HoldRequest;
import dev.docket.dto.queue.PutDownRequest;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.RenewRequest;
import dev.docket.dto.queue.RenewResult;
import dev.docket.dto.review.EscalateRequest;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.SkipRequest;
import dev.docket.dto.review.Task;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Queues, claims and leases.
@RestController
class QueueController {
    private final ReviewQueue queue;
    private final ReviewTasks tasks;
    private final TaskMoves moves;

    QueueController(ReviewQueue queue, ReviewTasks tasks, TaskMoves moves) {
        this.queue = queue;
        this.tasks = tasks;
        this.moves = moves;
    }

    @GetMapping(Paths.QUEUES)
    @Requires(roles = Role.MODERATOR)
    List<QueueView> queues(Caller.Person person) {
        return queue.queues(person);
    }

    @PostMapping(Paths.CLAIMS)
    @Requires(roles = Role.MODERATOR)
    ClaimedTasks claim(@RequestBody ClaimRequest request, Caller.Person person) {
        return new ClaimedTasks(queue.claim(person, request));
    }

    @PostMapping(Paths.LEASES_RENEW)
    @Requires(roles = Role.MODERATOR)
    RenewResult renew(@RequestBody RenewRequest request, Caller.Person person) {
        return queue.renew(person, request);
    }

    @GetMapping(Paths.TASKS + "/{id}")
    @Requires(roles = Role.MODERATOR)
    Task read(@PathVariable String id, Caller.Person person) {
        return tasks.view(idOf(id), person).orElseThrow(QueueController::unknown);
    }

    @PostMapping(Paths.TASKS + "/{id}/skip")
    @Requires(roles = Role.MODERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void skip(@PathVariable String id, @RequestBody SkipRequest request, Caller.Person person) {
        moves.skip(person, idOf(id), request);
    }

    @PostMapping(Paths.TASKS + "/{id}/escalate")
    @Requires(roles = Role.MODERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void escalate(@PathVariable String id, @RequestBody EscalateRequest request, Caller.Person person) {
        moves.escalate(person, idOf(id), request);
    }

    @PostMapping(Paths.TASKS + "/{id}/put-down")
    @Requires(roles = Role.MODERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void putDown(@PathVariable String id, @RequestBody PutDownRequest request, Caller.Person person) {
        moves.putDown(person, idOf(id), request);
    }

    @PostMapping(Paths.TASKS + "/{id}/hold")
    @Requires(roles = Role.MODERATOR)
    Lease hold(@PathVariable String id, @RequestBody HoldRequest request, Caller.Person person) {
        return moves.hold(person, idOf(id), request);
    }

    private static UUID idOf(String id) {
        return Ids.parse(id).orElseThrow(QueueController::unknown);
    }

    private static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no such task for you.");
    }
}
