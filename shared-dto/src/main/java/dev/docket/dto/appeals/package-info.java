@NullMarked
package dev.docket.dto.appeals;

import org.jspecify.annotations.NullMarked;
