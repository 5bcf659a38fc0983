@NullMarked
package dev.docket.dto.problem;

import org.jspecify.annotations.NullMarked;
