package dev.docket.backend.filters.web;

import dev.docket.backend.filters.Blocklists;
import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.filter.BlocklistView;
import dev.docket.dto.filter.NewBlocklist;
import dev.docket.dto.filter.Switched;
import dev.docket.dto.filter.TermView;
import dev.docket.dto.filter.TriedText;
import dev.docket.dto.filter.TryText;
import dev.docket.dto.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Blocklists and the terms in them.
@RestController
@RequestMapping(Paths.BLOCKLISTS)
class BlocklistController {
    private static final int PAGE = 200;

    private final Blocklists lists;
    private final ImportStream imports;

    BlocklistController(Blocklists lists, ImportStream imports) {
        this.lists = lists;
        this.imports = imports;
    }

    @PostMapping
    @Requires(roles = Role.ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    BlocklistView create(@RequestBody NewBlocklist request, Caller.Person caller) {
        return lists.create(caller, request);
    }

    @GetMapping
    @Requires(roles = Role.ADMIN)
    Page<BlocklistView> list() {
        return new Page<>(lists.all(), null);
    }

    @PatchMapping("/{id}")
    @Requires(roles = Role.ADMIN)
    BlocklistView enable(@PathVariable String id, @RequestBody Switched request, Caller.Person caller) {
        return lists.enable(caller, known(id), request.enabled());
    }

    @DeleteMapping("/{id}")
    @Requires(roles = Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Caller.Person caller) {
        lists.delete(caller, known(id));
    }

    @PostMapping("/imports")
    @Requires(roles = Role.ADMIN)
    @Answers(status = 200, media = ImportStream.NDJSON)
    void fill(@RequestParam String list, Caller.Person caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        lists.fill(caller, known(list), imports.rows(request), imports.progress(response));
    }

    @PostMapping("/try")
    @Requires(roles = Role.ADMIN)
    TriedText tried(@RequestBody TryText request) {
        return lists.tried(request);
    }

    @GetMapping("/terms")
    @Requires(roles = Role.ADMIN)
    Page<TermView> search(@RequestParam String text) {
        return new Page<>(lists.search(text), null);
    }

    @GetMapping("/{id}/terms")
    @Requires(roles = Role.ADMIN)
    Page<TermView> terms(@PathVariable String id, @RequestParam @Nullable String after) {
        var page = lists.terms(known(id), after == null ? 0 : number(after), PAGE);
        return new Page<>(page, page.size() < PAGE ? null : page.getLast().id());
    }

    @PatchMapping("/{id}/terms/{term}")
    @Requires(roles = Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(
            @PathVariable String id, @PathVariable String term, @RequestBody Switched request, Caller.Person caller) {
        lists.enable(caller, known(id), number(term), request.enabled());
    }

    @DeleteMapping("/{id}/terms/{term}")
    @Requires(roles = Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @PathVariable String term, Caller.Person caller) {
        lists.delete(caller, known(id), number(term));
    }

    private static UUID known(String id) {
        return Ids.parse(id).orElseThrow(BlocklistController::unknown);
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw unknown();
        }
        return Long.parseLong(id);
    }

    private static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no such blocklist, or no such term in it.");
    }
}
