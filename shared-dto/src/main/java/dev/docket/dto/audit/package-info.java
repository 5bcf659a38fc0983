@NullMarked
package dev.docket.dto.audit;

import org.jspecify.annotations.NullMarked;
