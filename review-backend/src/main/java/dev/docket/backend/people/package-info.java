/// People, sessions, API keys, and what each may do.
@ApplicationModule(allowedDependencies = {"platform", "audit"})
@NullMarked
package dev.docket.backend.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
