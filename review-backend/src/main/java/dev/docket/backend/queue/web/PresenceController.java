package dev.docket.backend.queue.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.queue.Presence;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.Looking;
import dev.docket.dto.queue.Whereabouts;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where an item is, and before whom.
@RestController
class PresenceController {
    private final Presence presence;

    PresenceController(Presence presence) {
        this.presence = presence;
    }

    @PostMapping(Paths.ITEMS + "/{id}/looking")
    @Requires(roles = Role.MODERATOR)
    Looking looking(@PathVariable String id, Caller.Person person) {
        return presence.look(person, idOf(id));
    }

    @GetMapping(Paths.ITEMS + "/{id}/whereabouts")
    @Requires(roles = Role.MODERATOR)
    Whereabouts whereabouts(@PathVariable String id, Caller.Person person) {
        return presence.of(person, idOf(id));
    }

    private static UUID idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such item."));
    }
}
