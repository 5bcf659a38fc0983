/// Policies as people read and edit them, automatic action, and what a change would have done.
@NullMarked
package dev.docket.dto.policy;

import org.jspecify.annotations.NullMarked;
