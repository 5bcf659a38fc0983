/// The floor.
@NullMarked
package dev.docket.backend;

import org.jspecify.annotations.NullMarked;
