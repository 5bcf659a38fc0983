package dev.docket.backend.quality.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.quality.GoldenItems;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.quality.CreateGoldenItem;
import dev.docket.dto.quality.GoldenItemView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.GOLDEN_ITEMS)
class GoldenItemController {
    private static final int LONGEST_PAGE = 200;

    private final GoldenItems items;

    GoldenItemController(GoldenItems items) {
        this.items = items;
    }

    @PostMapping
    @Requires(roles = Role.SUPERVISOR)
    @ResponseStatus(HttpStatus.CREATED)
    GoldenItemView create(@RequestBody CreateGoldenItem request, Caller.Person caller) {
        return items.create(caller, request);
    }

    @GetMapping
    @Requires(roles = Role.SUPERVISOR)
    Page<GoldenItemView> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(defaultValue = "50") int limit,
            Caller.Person caller) {
        return items.page(caller, after, retired, Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @GetMapping("/{id}")
    @Requires(roles = Role.SUPERVISOR)
    GoldenItemView byId(@PathVariable String id, Caller.Person caller) {
        return items.byId(caller, idOf(id));
    }

    @DeleteMapping("/{id}")
    @Requires(roles = Role.SUPERVISOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable String id, Caller.Person caller) {
        items.retire(caller, idOf(id));
    }

    private static UUID idOf(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no golden item of that id."));
    }
}
