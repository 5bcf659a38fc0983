/// Taking actions back: because a later decision took their decision's place, or because their time is over.
@NullMarked
package dev.docket.backend.enforcement.reversal;

import org.jspecify.annotations.NullMarked;
