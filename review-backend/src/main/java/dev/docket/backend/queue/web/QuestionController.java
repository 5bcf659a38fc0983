package dev.docket.backend.queue.web;

import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.queue.Colleagues;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.AnswerRequest;
import dev.docket.dto.queue.AskRequest;
import dev.docket.dto.queue.Asked;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.Questions;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Questions between colleagues.
@RestController
class QuestionController {
    private final Colleagues colleagues;

    QuestionController(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    @PostMapping(Paths.TASKS + "/{id}/questions")
    @Requires(roles = Role.MODERATOR)
    @ResponseStatus(HttpStatus.CREATED)
    @Answers(status = 201, with = Asked.class)
    Asked ask(@PathVariable String id, @RequestBody AskRequest request, Caller.Person person) {
        return new Asked(colleagues.ask(person, idOf(id), request).toString());
    }

    @GetMapping(Paths.TASKS + "/{id}/colleagues")
    @Requires(roles = Role.MODERATOR)
    List<Colleague> colleagues(
            @PathVariable String id, @RequestParam(defaultValue = "") String name, Caller.Person person) {
        return colleagues.of(person, idOf(id), name);
    }

    @GetMapping(Paths.MY_QUESTIONS)
    @Requires(roles = Role.MODERATOR)
    Questions mine(Caller.Person person) {
        return colleagues.mine(person);
    }

    @PostMapping(Paths.QUESTIONS + "/{id}/answer")
    @Requires(roles = Role.MODERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable String id, @RequestBody AnswerRequest request, Caller.Person person) {
        colleagues.answer(person, idOf(id), request);
    }

    private static UUID idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is nothing there."));
    }
}
