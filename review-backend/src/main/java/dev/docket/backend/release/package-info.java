/// The release of models: shadow, gates, approvals, canary, promotion, return, and scoring
/// again what waits.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "audit",
            "registry",
            "intake",
            "models",
            "classification",
            "queue",
            "jobs",
            "labels",
            "training",
            "policy"
        })
@NullMarked
package dev.docket.backend.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
