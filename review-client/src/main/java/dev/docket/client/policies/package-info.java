/// The policies: what they say, from which score they hold, and what a change would do.
@NullMarked
package dev.docket.client.policies;

import org.jspecify.annotations.NullMarked;
