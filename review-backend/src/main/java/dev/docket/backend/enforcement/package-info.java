/// What follows from decisions: the outbox, webhooks, the decisions feed. Routing is told to platforms too, hence
/// `classification`; who prepares a report took part in the item, hence `queue`.
@ApplicationModule(allowedDependencies = {"platform", "review", "queue", "policy", "intake", "classification", "audit"})
@NullMarked
package dev.docket.backend.enforcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
