/// Waves: near-duplicates that are decided at once.
@NullMarked
package dev.docket.dto.precedents;

import org.jspecify.annotations.NullMarked;
