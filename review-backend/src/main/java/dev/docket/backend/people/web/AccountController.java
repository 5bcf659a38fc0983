package dev.docket.backend.people.web;

import dev.docket.backend.people.Accounts;
import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.platform.VersionTag;
import dev.docket.backend.platform.access.Tokens;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Account;
import dev.docket.dto.people.AccountWithPassword;
import dev.docket.dto.people.ChangePassword;
import dev.docket.dto.people.ChangePerson;
import dev.docket.dto.people.NewPerson;
import dev.docket.dto.people.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Accounts, for administrators; and one's own password, for everybody.
@RestController
class AccountController {
    private static final int LONGEST_PAGE = 200;

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping(Paths.ACCOUNTS)
    @Requires(roles = Role.ADMIN)
    Page<Account> page(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return accounts.page(after, Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @PostMapping(Paths.ACCOUNTS)
    @Requires(roles = Role.ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    AccountWithPassword enter(@RequestBody NewPerson person, Caller.Person caller) {
        return accounts.enter(caller, person.username(), AccountRules.check(person));
    }

    @GetMapping(Paths.ACCOUNTS + "/{id}")
    @Requires(roles = Role.ADMIN)
    @Answers(status = 200, with = Account.class)
    ResponseEntity<Account> one(@PathVariable String id) {
        return tagged(accounts.of(known(id)));
    }

    @PutMapping(Paths.ACCOUNTS + "/{id}")
    @Requires(roles = Role.ADMIN)
    @Answers(status = 200, with = Account.class)
    ResponseEntity<Account> change(
            @PathVariable String id,
            @RequestBody ChangePerson change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller.Person caller) {
        return tagged(accounts.change(caller, known(id), AccountRules.of(change), ifMatch));
    }

    @PostMapping(Paths.ACCOUNTS + "/{id}/disable")
    @Requires(roles = Role.ADMIN)
    @Answers(status = 200, with = Account.class)
    ResponseEntity<Account> disable(@PathVariable String id, Caller.Person caller) {
        return tagged(accounts.disable(caller, known(id)));
    }

    @PostMapping(Paths.ACCOUNTS + "/{id}/enable")
    @Requires(roles = Role.ADMIN)
    @Answers(status = 200, with = Account.class)
    ResponseEntity<Account> enable(@PathVariable String id, Caller.Person caller) {
        return tagged(accounts.enable(caller, known(id)));
    }

    @PostMapping(Paths.ACCOUNTS + "/{id}/password")
    @Requires(roles = Role.ADMIN)
    AccountWithPassword resetPassword(@PathVariable String id, Caller.Person caller) {
        return accounts.resetPassword(caller, known(id));
    }

    @PostMapping(Paths.ME + "/password")
    @Requires(anyone = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @RequestBody ChangePassword change,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            Caller.Person caller) {
        AccountRules.password(change.next());
        accounts.changePassword(
                caller,
                change.current(),
                change.next(),
                Tokens.bearer(authorization).orElse(null));
    }

    private static ResponseEntity<Account> tagged(Account account) {
        return ResponseEntity.ok().eTag(VersionTag.of(account.version())).body(account);
    }

    private static UUID known(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no person of that id."));
    }
}
