/// Files that are brought to the floor a portion at a time.
@NullMarked
package dev.docket.client.common.portion;

import org.jspecify.annotations.NullMarked;
