/// Why a text has the score that it has, found by reading it again without some of its words.
@NullMarked
package dev.docket.model.explain;

import org.jspecify.annotations.NullMarked;
