/// Label evidence, label sets and their export.
@ApplicationModule(
        allowedDependencies = {"platform", "jobs", "review", "policy", "models", "intake", "classification", "audit"})
@NullMarked
package dev.docket.backend.labels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
