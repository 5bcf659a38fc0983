/// The registry of models: every version there is, and its way from candidate through shadow
/// and canary to champion, and back.
@ApplicationModule(allowedDependencies = {"platform", "audit", "models", "policy"})
@NullMarked
package dev.docket.backend.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
