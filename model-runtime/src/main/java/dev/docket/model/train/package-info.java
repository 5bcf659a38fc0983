/// Trains the heads that ship with Docket; a program, not part of the floor.
@NullMarked
package dev.docket.model.train;

import org.jspecify.annotations.NullMarked;
