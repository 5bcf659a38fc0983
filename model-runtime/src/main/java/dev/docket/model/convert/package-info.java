/// Turns published models of others into model packages; programs, not part of the floor.
@NullMarked
package dev.docket.model.convert;

import org.jspecify.annotations.NullMarked;
