package dev.docket.backend.enforcement.web;

import dev.docket.backend.enforcement.ncmec.NcmecReports;
import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.enforcement.FileNcmecReport;
import dev.docket.dto.enforcement.NcmecReportView;
import dev.docket.dto.enforcement.PrepareNcmecReport;
import dev.docket.dto.people.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NcmecController {
    private static final int LONGEST_PAGE = 200;
    private static final String XML = "application/xml;charset=UTF-8";

    private final NcmecReports reports;

    NcmecController(NcmecReports reports) {
        this.reports = reports;
    }

    @PostMapping(Paths.NCMEC_REPORTS)
    @Requires(roles = Role.SENIOR)
    @ResponseStatus(HttpStatus.CREATED)
    NcmecReportView prepare(@RequestBody PrepareNcmecReport request, Caller.Person person) {
        return reports.prepare(person, request);
    }

    @GetMapping(Paths.NCMEC_REPORTS)
    @Requires(roles = Role.SENIOR)
    Page<NcmecReportView> list(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return reports.page(after, Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @GetMapping(Paths.NCMEC_REPORTS + "/{id}")
    @Requires(roles = Role.SENIOR)
    NcmecReportView of(@PathVariable String id) {
        return reports.of(idOf(id));
    }

    @GetMapping(Paths.NCMEC_REPORTS + "/{id}/document")
    @Requires(roles = Role.SENIOR)
    @Answers(status = 200, media = "application/xml")
    ResponseEntity<String> document(@PathVariable String id, Caller.Person person) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report.xml\"")
                .body(reports.document(person, idOf(id)));
    }

    @PostMapping(Paths.NCMEC_REPORTS + "/{id}/release")
    @Requires(roles = Role.SENIOR)
    NcmecReportView release(@PathVariable String id, Caller.Person person) {
        return reports.release(person, idOf(id));
    }

    @PostMapping(Paths.NCMEC_REPORTS + "/{id}/filed")
    @Requires(roles = Role.SENIOR)
    NcmecReportView filed(@PathVariable String id, @RequestBody FileNcmecReport request, Caller.Person person) {
        return reports.file(person, idOf(id), request.reportNumber());
    }

    @PostMapping(Paths.NCMEC_REPORTS + "/{id}/withdraw")
    @Requires(roles = Role.SENIOR)
    NcmecReportView withdraw(@PathVariable String id, Caller.Person person) {
        return reports.withdraw(person, idOf(id));
    }

    private static UUID idOf(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such report; list them."));
    }
}
