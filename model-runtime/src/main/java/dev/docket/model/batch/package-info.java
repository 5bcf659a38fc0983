/// Groups texts of similar length under a token budget.
@NullMarked
package dev.docket.model.batch;

import org.jspecify.annotations.NullMarked;
