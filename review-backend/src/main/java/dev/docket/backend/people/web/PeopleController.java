package dev.docket.backend.people.web;

import dev.docket.backend.people.Roster;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PeopleController {
    private static final int MOST_SETTINGS = 200;
    private static final int LONGEST_SETTING = 4000;
    private static final int LONGEST_PAGE = 200;

    private final Roster roster;

    PeopleController(Roster roster) {
        this.roster = roster;
    }

    @GetMapping(Paths.ME)
    @Requires(anyone = true)
    PersonView me(Caller.Person caller) {
        return roster.view(caller.id());
    }

    @PutMapping(Paths.ME + "/settings")
    @Requires(anyone = true)
    PersonView settings(@RequestBody Map<String, String> settings, Caller.Person caller) {
        var errors = new FieldErrors();
        if (settings.size() > MOST_SETTINGS) {
            errors.add("", "must have at most " + MOST_SETTINGS + " settings");
        }
        settings.forEach((name, value) -> {
            if (name.length() + value.length() > LONGEST_SETTING) {
                errors.add("/" + name, "must have at most " + LONGEST_SETTING + " characters");
            }
        });
        errors.throwIfAny();
        return roster.changeSettings(caller.id(), settings);
    }

    @GetMapping(Paths.PEOPLE)
    @Requires(roles = {Role.SUPERVISOR, Role.ADMIN})
    Page<PersonView> people(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return roster.page(after, Math.clamp(limit, 1, LONGEST_PAGE));
    }
}
