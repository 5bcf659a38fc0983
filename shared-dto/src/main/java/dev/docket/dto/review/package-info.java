@NullMarked
package dev.docket.dto.review;

import org.jspecify.annotations.NullMarked;
