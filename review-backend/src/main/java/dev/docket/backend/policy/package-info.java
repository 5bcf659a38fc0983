/// Policies with their versions, thresholds and label schema; routing by them.
@ApplicationModule(allowedDependencies = {"platform", "audit"})
@NullMarked
package dev.docket.backend.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
