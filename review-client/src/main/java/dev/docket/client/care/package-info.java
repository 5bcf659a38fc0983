/// A person's own exposure and when to rest. Seen by that person alone.
@NullMarked
package dev.docket.client.care;

import org.jspecify.annotations.NullMarked;
