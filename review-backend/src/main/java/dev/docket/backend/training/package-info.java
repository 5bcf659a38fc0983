/// Training heads on label sets, and how good the models are that come of it.
@ApplicationModule(
        allowedDependencies = {"platform", "audit", "jobs", "labels", "registry", "models", "policy", "quality"})
@NullMarked
package dev.docket.backend.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
