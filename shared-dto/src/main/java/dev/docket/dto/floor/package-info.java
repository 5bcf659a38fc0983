@NullMarked
package dev.docket.dto.floor;

import org.jspecify.annotations.NullMarked;
