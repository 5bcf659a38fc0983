@NullMarked
package dev.docket.dto.queue;

import org.jspecify.annotations.NullMarked;
