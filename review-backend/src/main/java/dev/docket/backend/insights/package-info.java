/// What the desk draws of the floor as a whole, and what past items would have got. It reads
/// every other module and is used by none.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "quality",
            "watching",
            "appeals",
            "precedents",
            "care",
            "enforcement",
            "labels",
            "review",
            "queue",
            "policy",
            "people",
            "intake",
            "models",
            "classification",
            "audit"
        })
@NullMarked
package dev.docket.backend.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
