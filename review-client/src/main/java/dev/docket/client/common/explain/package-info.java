/// Why an item scores what it scores, asked of the floor when somebody wants to know.
@NullMarked
package dev.docket.client.common.explain;

import org.jspecify.annotations.NullMarked;
