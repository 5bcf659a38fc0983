/// Sample people and items, under the demo profile only.
@ApplicationModule(allowedDependencies = {"platform", "people", "policy", "intake", "audit"})
@NullMarked
package dev.docket.backend.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
