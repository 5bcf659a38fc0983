/// Long work that the floor does by itself.
@NullMarked
package dev.docket.dto.jobs;

import org.jspecify.annotations.NullMarked;
