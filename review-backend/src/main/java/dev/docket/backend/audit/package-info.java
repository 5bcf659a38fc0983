/// The audit trail: entries written in the transaction they speak of, sealed into a hash chain.
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package dev.docket.backend.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
