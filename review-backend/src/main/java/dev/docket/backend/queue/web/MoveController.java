package dev.docket.backend.queue.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.queue.Reassigning;
import dev.docket.dto.Paths;
import dev.docket.dto.floor.HandOn;
import dev.docket.dto.floor.MoveTasks;
import dev.docket.dto.floor.Moved;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.DrainRequest;
import dev.docket.dto.queue.ReassignRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What supervisors move about the floor.
@RestController
class MoveController {
    private final Reassigning reassigning;

    MoveController(Reassigning reassigning) {
        this.reassigning = reassigning;
    }

    @PostMapping(Paths.TASKS + "/{id}/reassign")
    @Requires(roles = Role.SUPERVISOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reassign(@PathVariable String id, @RequestBody ReassignRequest request, Caller.Person person) {
        var task =
                Ids.parse(id).orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such task."));
        reassigning.reassign(person, task, request);
    }

    @PostMapping(Paths.QUEUES + "/{key}/drain")
    @Requires(roles = Role.SUPERVISOR)
    Moved drain(@PathVariable String key, @RequestBody DrainRequest request, Caller.Person person) {
        return reassigning.drain(person, key, request);
    }

    @PostMapping(Paths.FLOOR_MOVE)
    @Requires(roles = Role.SUPERVISOR)
    Moved move(@RequestBody MoveTasks request, Caller.Person person) {
        return reassigning.move(person, request);
    }

    @PostMapping(Paths.FLOOR_HAND_ON)
    @Requires(roles = Role.SUPERVISOR)
    Moved handOn(@RequestBody HandOn request, Caller.Person person) {
        return reassigning.handOn(person, request);
    }
}
