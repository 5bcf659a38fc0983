package dev.docket.backend.review.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.review.DecisionDesk;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.ReverseRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Decisions and their undoing.
@RestController
class DecisionController {
    private final DecisionDesk desk;

    DecisionController(DecisionDesk desk) {
        this.desk = desk;
    }

    @PostMapping(Paths.TASKS + "/{id}/decision")
    @Requires(roles = Role.MODERATOR)
    @ResponseStatus(HttpStatus.CREATED)
    DecisionReceipt decide(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody DecisionRequest request,
            Caller.Person person) {
        return desk.decide(person, idOf(id), request, key);
    }

    @PostMapping(Paths.DECISIONS + "/{id}/undo")
    @Requires(roles = Role.MODERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable String id, Caller.Person person) {
        desk.undo(person, idOf(id));
    }

    @PostMapping(Paths.DECISIONS + "/{id}/reverse")
    @Requires(roles = Role.SENIOR)
    @ResponseStatus(HttpStatus.CREATED)
    DecisionReceipt reverse(@PathVariable String id, @RequestBody ReverseRequest request, Caller.Person person) {
        return desk.reverse(person, idOf(id), request);
    }

    private static UUID idOf(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is nothing of that id."));
    }
}
