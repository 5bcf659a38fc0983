/// What search finds.
@NullMarked
package dev.docket.dto.search;

import org.jspecify.annotations.NullMarked;
