/// What the work does to the people who do it: exposure, breaks, caps. One person's figures are that person's own.
@ApplicationModule(
        allowedDependencies = {"platform", "review", "queue", "policy", "people", "intake", "classification", "audit"})
@NullMarked
package dev.docket.backend.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
