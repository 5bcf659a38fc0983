@NullMarked
package dev.docket.dto.people;

import org.jspecify.annotations.NullMarked;
