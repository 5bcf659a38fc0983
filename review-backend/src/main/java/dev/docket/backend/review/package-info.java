/// Decisions: taken once, undone within their grace time, standing until superseded.
@ApplicationModule(allowedDependencies = {"platform", "queue", "policy", "people", "intake", "classification", "audit"})
@NullMarked
package dev.docket.backend.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
