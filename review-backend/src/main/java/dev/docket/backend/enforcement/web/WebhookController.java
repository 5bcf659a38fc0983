package dev.docket.backend.enforcement.web;

import dev.docket.backend.enforcement.webhook.Webhooks;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.enforcement.CreateWebhook;
import dev.docket.dto.enforcement.ReplayRequest;
import dev.docket.dto.enforcement.ReplayResult;
import dev.docket.dto.enforcement.WebhookDelivery;
import dev.docket.dto.enforcement.WebhookView;
import dev.docket.dto.people.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WebhookController {
    private static final int LONGEST_PAGE = 200;

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping(Paths.WEBHOOKS)
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(roles = Role.ADMIN)
    WebhookView create(@RequestBody CreateWebhook request, Caller.Person caller) {
        return webhooks.register(request, new Actor.Person(caller.id()));
    }

    @GetMapping(Paths.WEBHOOKS)
    @Requires(roles = Role.ADMIN)
    Page<WebhookView> list() {
        return new Page<>(webhooks.all(), null);
    }

    @DeleteMapping(Paths.WEBHOOKS + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(roles = Role.ADMIN)
    void delete(@PathVariable String id, Caller.Person caller) {
        webhooks.delete(known(id), new Actor.Person(caller.id()));
    }

    @PostMapping(Paths.WEBHOOKS + "/{id}/disable")
    @Requires(roles = Role.ADMIN)
    WebhookView disable(@PathVariable String id, Caller.Person caller) {
        return webhooks.disable(known(id), new Actor.Person(caller.id()));
    }

    @PostMapping(Paths.WEBHOOKS + "/{id}/enable")
    @Requires(roles = Role.ADMIN)
    WebhookView enable(@PathVariable String id, Caller.Person caller) {
        return webhooks.enable(known(id), new Actor.Person(caller.id()));
    }

    @GetMapping(Paths.WEBHOOKS + "/{id}/deliveries")
    @Requires(roles = Role.ADMIN)
    Page<WebhookDelivery> deliveries(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return webhooks.deliveries(known(id), state, after, Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @PostMapping(Paths.WEBHOOKS + "/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(roles = Role.ADMIN)
    ReplayResult replay(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable ReplayRequest request,
            Caller.Person caller) {
        return new ReplayResult(webhooks.replay(known(id), message(request), new Actor.Person(caller.id())));
    }

    private static @Nullable UUID message(@Nullable ReplayRequest request) {
        if (request == null || request.messageId() == null) {
            return null;
        }
        var id = Ids.parse(request.messageId());
        if (id.isEmpty()) {
            new FieldErrors().add("/messageId", "must be the id of a message").throwIfAny();
        }
        return id.orElse(null);
    }

    private static UUID known(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such webhook; list them."));
    }
}
