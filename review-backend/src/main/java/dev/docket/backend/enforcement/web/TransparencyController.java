package dev.docket.backend.enforcement.web;

import dev.docket.backend.enforcement.transparency.ReportTable;
import dev.docket.backend.enforcement.transparency.TransparencyReports;
import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Paths;
import dev.docket.dto.enforcement.TransparencyReport;
import dev.docket.dto.people.Role;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TransparencyController {
    private static final String CSV = "text/csv;charset=UTF-8";

    private final TransparencyReports reports;

    TransparencyController(TransparencyReports reports) {
        this.reports = reports;
    }

    @GetMapping(Paths.TRANSPARENCY)
    @Requires(roles = {Role.SUPERVISOR, Role.POLICY, Role.ADMIN})
    @Answers(status = 200, with = TransparencyReport.class)
    ResponseEntity<?> report(
            @RequestParam Instant from, @RequestParam Instant to, @RequestParam(defaultValue = "json") String format) {
        if (!format.equals("json") && !format.equals("csv")) {
            new FieldErrors().add("/format", "json or csv").throwIfAny();
        }
        var report = reports.between(from, to);
        return format.equals("json")
                ? ResponseEntity.ok(report)
                : ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, CSV)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"transparency-report.csv\"")
                        .body(ReportTable.of(report));
    }
}
