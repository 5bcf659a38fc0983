/// Stands in for other services: OpenAI's moderation and Google's Perspective, in their own words.
@ApplicationModule(allowedDependencies = {"platform", "classification", "intake", "audit"})
@NullMarked
package dev.docket.backend.dropin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
