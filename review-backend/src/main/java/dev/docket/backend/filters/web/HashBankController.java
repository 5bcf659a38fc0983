package dev.docket.backend.filters.web;

import dev.docket.backend.filters.HashBanks;
import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.filter.HashBankView;
import dev.docket.dto.filter.HashKind;
import dev.docket.dto.filter.HashState;
import dev.docket.dto.filter.HashView;
import dev.docket.dto.filter.NewHashBank;
import dev.docket.dto.filter.Switched;
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

/// Hash banks and the hashes in them.
@RestController
@RequestMapping(Paths.HASH_BANKS)
class HashBankController {
    private static final int PAGE = 200;

    private final HashBanks banks;
    private final ImportStream imports;

    HashBankController(HashBanks banks, ImportStream imports) {
        this.banks = banks;
        this.imports = imports;
    }

    @PostMapping
    @Requires(roles = Role.ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    HashBankView create(@RequestBody NewHashBank request, Caller.Person caller) {
        return banks.create(caller, request);
    }

    @GetMapping
    @Requires(roles = Role.ADMIN)
    Page<HashBankView> list() {
        return new Page<>(banks.all(), null);
    }

    @PatchMapping("/{id}")
    @Requires(roles = Role.ADMIN)
    HashBankView enable(@PathVariable String id, @RequestBody Switched request, Caller.Person caller) {
        return banks.enable(caller, known(id), request.enabled());
    }

    @DeleteMapping("/{id}")
    @Requires(roles = Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Caller.Person caller) {
        banks.delete(caller, known(id));
    }

    @PostMapping("/imports")
    @Requires(roles = Role.ADMIN)
    @Answers(status = 200, media = ImportStream.NDJSON)
    void fill(
            @RequestParam String bank,
            @RequestParam @Nullable HashKind kind,
            Caller.Person caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        banks.fill(caller, known(bank), imports.rows(request), kind, imports.progress(response));
    }

    @GetMapping("/hashes")
    @Requires(roles = Role.ADMIN)
    Page<HashView> search(@RequestParam String value) {
        return new Page<>(banks.search(value), null);
    }

    @GetMapping("/{id}/hashes")
    @Requires(roles = Role.ADMIN)
    Page<HashView> hashes(
            @PathVariable String id, @RequestParam @Nullable HashState state, @RequestParam @Nullable String after) {
        var page = banks.hashes(known(id), state, after == null ? 0 : number(after), PAGE);
        return new Page<>(page, page.size() < PAGE ? null : page.getLast().id());
    }

    @PatchMapping("/{id}/hashes/{hash}")
    @Requires(roles = Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(
            @PathVariable String id, @PathVariable String hash, @RequestBody Switched request, Caller.Person caller) {
        banks.enable(caller, known(id), number(hash), request.enabled());
    }

    @DeleteMapping("/{id}/hashes/{hash}")
    @Requires(roles = Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @PathVariable String hash, Caller.Person caller) {
        banks.delete(caller, known(id), number(hash));
    }

    private static UUID known(String id) {
        return Ids.parse(id).orElseThrow(HashBankController::unknown);
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw unknown();
        }
        return Long.parseLong(id);
    }

    private static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no such hash bank, or no such hash in it.");
    }
}
