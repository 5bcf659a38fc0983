/// Requests of authors and reporters to look again, decided by somebody who had no part before.
@ApplicationModule(
        allowedDependencies = {"platform", "review", "queue", "policy", "people", "intake", "enforcement", "audit"})
@NullMarked
package dev.docket.backend.appeals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
