/// What follows from decisions: the outbox, webhooks, the decisions feed.
@ApplicationModule(allowedDependencies = {"platform", "review", "policy", "intake", "audit"})
@NullMarked
package dev.docket.backend.enforcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
