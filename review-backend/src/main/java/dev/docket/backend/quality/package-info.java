/// How well decisions hold: golden items, agreement, calibration, each moderator's accuracy.
@ApplicationModule(
        allowedDependencies = {"platform", "review", "queue", "policy", "people", "intake", "classification", "audit"})
@NullMarked
package dev.docket.backend.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
