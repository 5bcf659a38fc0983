/// Review tasks: waiting, claimed under leases, skipped, escalated.
@ApplicationModule(allowedDependencies = {"platform", "intake", "classification", "policy", "people", "audit"})
@NullMarked
package dev.docket.backend.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
