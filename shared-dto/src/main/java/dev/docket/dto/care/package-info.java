@NullMarked
package dev.docket.dto.care;

import org.jspecify.annotations.NullMarked;
