/// Messages on their way to the platforms' addresses: who wants them, attempts, leases, signatures.
@NullMarked
package dev.docket.backend.enforcement.webhook;

import org.jspecify.annotations.NullMarked;
