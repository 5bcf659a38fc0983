/// What is like an item: near-duplicates, decided neighbours, waves of one kind, and search.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "review",
            "appeals",
            "queue",
            "policy",
            "people",
            "intake",
            "models",
            "classification",
            "audit"
        })
@NullMarked
package dev.docket.backend.precedents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
