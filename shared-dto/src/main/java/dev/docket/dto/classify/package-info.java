@NullMarked
package dev.docket.dto.classify;

import org.jspecify.annotations.NullMarked;
