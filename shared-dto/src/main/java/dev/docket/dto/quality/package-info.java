@NullMarked
package dev.docket.dto.quality;

import org.jspecify.annotations.NullMarked;
