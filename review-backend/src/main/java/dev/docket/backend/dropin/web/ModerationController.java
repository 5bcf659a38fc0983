package dev.docket.backend.dropin.web;

import dev.docket.backend.dropin.Moderations;
import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Paths;
import dev.docket.dto.moderation.ModerationResponse;
import dev.docket.dto.people.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// OpenAI's moderation endpoint, for its clients.
@RestController
class ModerationController {
    private static final String UNCOVERED = "Docket-Uncovered-Categories";

    private final Moderations moderations;

    ModerationController(Moderations moderations) {
        this.moderations = moderations;
    }

    @PostMapping(Paths.MODERATIONS)
    @Requires(scopes = Scope.CLASSIFY)
    @Answers(status = 200, with = ModerationResponse.class)
    ResponseEntity<ModerationResponse> moderate(@RequestBody ModerationRequest request, Caller.Program caller) {
        var moderated = moderations.moderate(ModerationInput.read(request.input()));
        var answer = ResponseEntity.ok();
        if (!moderated.uncovered().isEmpty()) {
            answer.header(UNCOVERED, String.join(", ", moderated.uncovered()));
        }
        return answer.body(moderated.response());
    }
}
