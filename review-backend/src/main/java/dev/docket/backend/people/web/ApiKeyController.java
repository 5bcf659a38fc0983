package dev.docket.backend.people.web;

import dev.docket.backend.people.ApiKeys;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.people.ApiKeyView;
import dev.docket.dto.people.CreateApiKey;
import dev.docket.dto.people.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.API_KEYS)
class ApiKeyController {
    private static final int LONGEST_NAME = 100;

    private final ApiKeys keys;

    ApiKeyController(ApiKeys keys) {
        this.keys = keys;
    }

    @PostMapping
    @Requires(roles = Role.ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    ApiKeyView create(@RequestBody CreateApiKey request, Caller.Person caller) {
        var errors = new FieldErrors();
        if (request.name().isBlank() || request.name().length() > LONGEST_NAME) {
            errors.add("/name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        if (request.scopes().isEmpty()) {
            errors.add("/scopes", "must name at least one scope");
        }
        errors.throwIfAny();
        return keys.create(caller, request.name(), request.scopes());
    }

    @GetMapping
    @Requires(roles = Role.ADMIN)
    Page<ApiKeyView> list() {
        return new Page<>(keys.list(), null);
    }

    @DeleteMapping("/{id}")
    @Requires(roles = Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, Caller.Person caller) {
        keys.revoke(
                caller,
                Ids.parse(id)
                        .orElseThrow(
                                () -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no API key of that id.")));
    }
}
