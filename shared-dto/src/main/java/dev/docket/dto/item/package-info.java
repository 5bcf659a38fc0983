@NullMarked
package dev.docket.dto.item;

import org.jspecify.annotations.NullMarked;
