/// Strikes: what counts against an author until it lapses, and the actions they propose.
@NullMarked
package dev.docket.backend.enforcement.strike;

import org.jspecify.annotations.NullMarked;
