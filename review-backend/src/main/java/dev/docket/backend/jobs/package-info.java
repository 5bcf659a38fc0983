/// Work that takes longer than a request: started once, told of while it runs, resumed after a crash.
@ApplicationModule(allowedDependencies = {"platform", "audit"})
@NullMarked
package dev.docket.backend.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
