/// Watching the model that serves: drift, agreement with people, what seeing scores does to
/// decisions, and what is drawn to learn more.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "audit",
            "registry",
            "release",
            "classification",
            "queue",
            "labels",
            "jobs",
            "policy"
        })
@NullMarked
package dev.docket.backend.watching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
