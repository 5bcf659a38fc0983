@NullMarked
package dev.docket.dto.insights;

import org.jspecify.annotations.NullMarked;
