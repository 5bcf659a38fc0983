/// Running the floor: what waits where, what only a supervisor can settle, how well the floor decides.
@NullMarked
package dev.docket.client.supervisor;

import org.jspecify.annotations.NullMarked;
