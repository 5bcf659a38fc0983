/// What is known before any model reads an item: hash banks, blocklists and how fast an author
/// posts.
@ApplicationModule(allowedDependencies = {"platform", "intake", "models", "policy", "audit"})
@NullMarked
package dev.docket.backend.filters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
