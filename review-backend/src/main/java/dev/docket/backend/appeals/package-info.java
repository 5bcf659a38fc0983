/// Requests of authors and reporters to look again, decided by somebody who had no part before.
/// Which models had scored an item is kept with its appeal, hence `classification`.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "review",
            "queue",
            "policy",
            "people",
            "intake",
            "classification",
            "enforcement",
            "audit"
        })
@NullMarked
package dev.docket.backend.appeals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
