package dev.docket.backend.intake.web;

import dev.docket.backend.intake.Arrivals;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.ItemReader;
import dev.docket.backend.intake.Submissions;
import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Paths;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemMetrics;
import dev.docket.dto.item.ItemReceipt;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.item.ReportRequest;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/// Items one at a time.
@RestController
@RequestMapping(Paths.ITEMS)
class ItemController {
    /// How long `?wait=true` waits before it answers as it would without.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Submissions submissions;
    private final ItemReader reader;
    private final Arrivals arrivals;

    ItemController(Submissions submissions, ItemReader reader, Arrivals arrivals) {
        this.submissions = submissions;
        this.reader = reader;
        this.arrivals = arrivals;
    }

    @PostMapping
    @Requires(scopes = Scope.ITEMS_WRITE)
    @Answers(status = 202, with = ItemReceipt.class)
    @Answers(status = 200, with = ItemView.class)
    ResponseEntity<?> submit(
            @RequestBody ItemContent item, @RequestParam(defaultValue = "false") boolean wait, Caller caller) {
        var submitted = submissions.submit(item);
        if (wait && arrivals.await(submitted.id(), PATIENCE)) {
            return ResponseEntity.ok(reader.picture(known(submitted.id().toString()), caller));
        }
        var receipt = new ItemReceipt(submitted.id().toString(), submitted.externalId(), submitted.state());
        return ResponseEntity.status(submitted.isNew() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(receipt);
    }

    @GetMapping("/{id}")
    @Requires(
            scopes = Scope.ITEMS_READ,
            roles = {Role.MODERATOR, Role.POLICY})
    ItemView read(@PathVariable String id, Caller caller) {
        return reader.picture(known(id), caller);
    }

    @GetMapping
    @Requires(scopes = Scope.ITEMS_READ, roles = Role.MODERATOR)
    ItemView find(@RequestParam String source, @RequestParam String externalId, Caller caller) {
        return reader.picture(reader.find(source, externalId).orElseThrow(ItemController::unknown), caller);
    }

    @PostMapping("/{id}/reports")
    @Requires(scopes = Scope.REPORTS_WRITE)
    @Answers(status = 201)
    @Answers(status = 200)
    ResponseEntity<Void> report(@PathVariable String id, @RequestBody ReportRequest report) {
        boolean isNew = submissions.report(idOf(id), report);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).build();
    }

    @PatchMapping("/{id}/metrics")
    @Requires(scopes = Scope.ITEMS_WRITE)
    void changeReach(@PathVariable String id, @RequestBody ItemMetrics metrics) {
        submissions.changeReach(idOf(id), metrics);
    }

    @DeleteMapping("/{id}/content")
    @Requires(scopes = Scope.ITEMS_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String id, Caller caller) {
        submissions.erase(idOf(id), caller.actor());
    }

    private Item known(String id) {
        return reader.find(idOf(id)).orElseThrow(ItemController::unknown);
    }

    private static UUID idOf(String id) {
        return Ids.parse(id).orElseThrow(ItemController::unknown);
    }

    private static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no such item.");
    }
}
