/// Items and reports as platforms submit them.
@ApplicationModule(allowedDependencies = {"platform", "audit"})
@NullMarked
package dev.docket.backend.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
