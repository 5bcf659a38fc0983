package dev.docket.backend.enforcement.web;

import dev.docket.backend.enforcement.NoticeWriting;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Paths;
import dev.docket.dto.enforcement.NoticePreview;
import dev.docket.dto.enforcement.WrittenNotice;
import dev.docket.dto.people.Role;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What the author of a task's item would read of a decision, before it is taken.
@RestController
class NoticeController {
    private final NoticeWriting notices;

    NoticeController(NoticeWriting notices) {
        this.notices = notices;
    }

    @PostMapping(Paths.TASKS + "/{id}/notice")
    @Requires(roles = Role.MODERATOR)
    WrittenNotice preview(@PathVariable String id, @RequestBody NoticePreview request, Caller.Person person) {
        var task = Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no task of that id."));
        return notices.preview(person, task, request);
    }
}
