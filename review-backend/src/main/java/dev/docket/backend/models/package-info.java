/// Which models are loaded and what they are good for.
@ApplicationModule(allowedDependencies = {"platform", "policy", "audit"})
@NullMarked
package dev.docket.backend.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
