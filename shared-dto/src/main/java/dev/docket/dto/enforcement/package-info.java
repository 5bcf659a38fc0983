@NullMarked
package dev.docket.dto.enforcement;

import org.jspecify.annotations.NullMarked;
