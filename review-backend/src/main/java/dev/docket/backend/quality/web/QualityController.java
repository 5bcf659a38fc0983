package dev.docket.backend.quality.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.quality.Accuracy;
import dev.docket.backend.quality.Calibrations;
import dev.docket.backend.quality.Coaching;
import dev.docket.backend.quality.QualityAlerts;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.quality.CalibrationView;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.CreateCalibration;
import dev.docket.dto.quality.ModeratorQuality;
import dev.docket.dto.quality.QualityAlert;
import dev.docket.dto.quality.SendCard;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Accuracy, coaching, calibrations and alerts.
@RestController
@RequestMapping(Paths.QUALITY)
class QualityController {
    private static final int LONGEST_PAGE = 200;

    private final Accuracy accuracy;
    private final Coaching coaching;
    private final Calibrations calibrations;
    private final QualityAlerts alerts;

    QualityController(Accuracy accuracy, Coaching coaching, Calibrations calibrations, QualityAlerts alerts) {
        this.accuracy = accuracy;
        this.coaching = coaching;
        this.calibrations = calibrations;
        this.alerts = alerts;
    }

    @GetMapping("/moderators")
    @Requires(roles = Role.SUPERVISOR)
    Page<ModeratorQuality.Summary> moderators(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return accuracy.page(after, Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @GetMapping("/moderators/{id}")
    @Requires(roles = Role.MODERATOR)
    ModeratorQuality moderator(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Caller.Person caller) {
        return accuracy.of(caller, idOf(id), from, to);
    }

    @PostMapping("/moderators/{id}/cards/{item}/send")
    @Requires(roles = Role.SUPERVISOR)
    CoachingCard send(
            @PathVariable String id, @PathVariable String item, @RequestBody SendCard request, Caller.Person caller) {
        return coaching.send(caller, idOf(id), idOf(item), request);
    }

    @PostMapping("/moderators/{id}/cards/{item}/acknowledge")
    @Requires(roles = Role.MODERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acknowledge(@PathVariable String id, @PathVariable String item, Caller.Person caller) {
        coaching.acknowledge(caller, idOf(id), idOf(item));
    }

    @PostMapping("/calibrations")
    @Requires(roles = Role.SUPERVISOR)
    @ResponseStatus(HttpStatus.CREATED)
    CalibrationView calibrate(@RequestBody CreateCalibration request, Caller.Person caller) {
        return calibrations.create(caller, request);
    }

    @GetMapping("/calibrations")
    @Requires(roles = Role.SUPERVISOR)
    Page<CalibrationView> calibrations(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return calibrations.page(after, Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @GetMapping("/calibrations/{id}")
    @Requires(roles = Role.SUPERVISOR)
    CalibrationView calibration(@PathVariable String id) {
        return calibrations.byId(idOf(id));
    }

    @GetMapping("/alerts")
    @Requires(roles = Role.SUPERVISOR)
    Page<QualityAlert> alerts(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean cleared,
            @RequestParam(defaultValue = "50") int limit) {
        return alerts.page(after, cleared, Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @PostMapping("/alerts/{id}/acknowledge")
    @Requires(roles = Role.SUPERVISOR)
    QualityAlert acknowledge(@PathVariable String id, Caller.Person caller) {
        return alerts.acknowledge(caller, idOf(id));
    }

    private static UUID idOf(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is nothing of that id."));
    }
}
