package dev.docket.backend.care.web;

import dev.docket.backend.care.Exposure;
import dev.docket.backend.care.FloorCare;
import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Paths;
import dev.docket.dto.care.CareAggregate;
import dev.docket.dto.care.CareSettings;
import dev.docket.dto.care.ExposureView;
import dev.docket.dto.people.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One's own exposure, and the floor's. No path names a person, so there is nobody else to ask about.
@RestController
class CareController {
    private final Exposure exposure;
    private final FloorCare floor;

    CareController(Exposure exposure, FloorCare floor) {
        this.exposure = exposure;
        this.floor = floor;
    }

    @GetMapping(Paths.EXPOSURE)
    @Requires(roles = Role.MODERATOR)
    @Answers(status = 200, with = ExposureView.class)
    ResponseEntity<ExposureView> own(Caller.Person person) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(exposure.of(person));
    }

    @PutMapping(Paths.EXPOSURE + "/settings")
    @Requires(roles = Role.MODERATOR)
    CareSettings settings(@RequestBody CareSettings settings, Caller.Person person) {
        return exposure.keep(person, settings);
    }

    @GetMapping(Paths.CARE + "/aggregate")
    @Requires(roles = Role.SUPERVISOR)
    CareAggregate aggregate(@RequestParam String week) {
        return floor.week(week);
    }
}
