/// One choice of several, with a word on why: where a task shall go, what is true of an item.
@NullMarked
package dev.docket.client.common.pick;

import org.jspecify.annotations.NullMarked;
