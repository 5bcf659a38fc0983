/// Decisions on this computer's disk until the floor has acknowledged them.
@NullMarked
package dev.docket.client.journal;

import org.jspecify.annotations.NullMarked;
