package dev.docket.backend.queue.web;

import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.queue.Explaining;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.ExplanationView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What words do to a score, worked out on request: 202 with its progress until it is done, then 200.
@RestController
class ExplanationController {
    private static final String OF_TASK = Paths.TASKS + "/{id}/explanation";
    private static final String OF_ITEM = Paths.ITEMS + "/{id}/explanation";

    private final Explaining explaining;

    ExplanationController(Explaining explaining) {
        this.explaining = explaining;
    }

    @GetMapping(OF_TASK)
    @Requires(roles = Role.MODERATOR)
    @Answers(status = 200, with = ExplanationView.class)
    @Answers(status = 202, with = ExplanationView.class)
    ResponseEntity<ExplanationView> ofTask(
            @PathVariable String id, @RequestParam(required = false) @Nullable String label, Caller.Person person) {
        return answer(explaining.ofTask(person, idOf(id), label));
    }

    @DeleteMapping(OF_TASK)
    @Requires(roles = Role.MODERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandonTask(@PathVariable String id, Caller.Person person) {
        explaining.abandonTask(person, idOf(id));
    }

    @GetMapping(OF_ITEM)
    @Requires(roles = {Role.MODERATOR, Role.POLICY})
    @Answers(status = 200, with = ExplanationView.class)
    @Answers(status = 202, with = ExplanationView.class)
    ResponseEntity<ExplanationView> ofItem(
            @PathVariable String id, @RequestParam(required = false) @Nullable String label, Caller.Person person) {
        return answer(explaining.ofItem(person, idOf(id), label));
    }

    @DeleteMapping(OF_ITEM)
    @Requires(roles = {Role.MODERATOR, Role.POLICY})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandonItem(@PathVariable String id, Caller.Person person) {
        explaining.abandonItem(person, idOf(id));
    }

    private static ResponseEntity<ExplanationView> answer(ExplanationView explanation) {
        boolean done = explanation.state() == ExplanationView.State.DONE;
        return ResponseEntity.status(done ? HttpStatus.OK : HttpStatus.ACCEPTED).body(explanation);
    }

    private static UUID idOf(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is nothing here for you."));
    }
}
