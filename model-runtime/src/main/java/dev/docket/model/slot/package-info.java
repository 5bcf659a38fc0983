/// Swaps what is loaded while it is in use; the old is closed by the last to let go.
@NullMarked
package dev.docket.model.slot;

import org.jspecify.annotations.NullMarked;
