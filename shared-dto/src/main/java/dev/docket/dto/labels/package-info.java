@NullMarked
package dev.docket.dto.labels;

import org.jspecify.annotations.NullMarked;
