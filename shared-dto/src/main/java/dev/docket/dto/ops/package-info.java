@NullMarked
package dev.docket.dto.ops;

import org.jspecify.annotations.NullMarked;
