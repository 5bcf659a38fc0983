/// Jobs that score items and route them.
@ApplicationModule(allowedDependencies = {"platform", "intake", "models", "policy", "filters", "audit"})
@NullMarked
package dev.docket.backend.classification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
