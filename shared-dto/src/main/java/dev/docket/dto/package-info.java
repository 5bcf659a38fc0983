/// The wire between the floor, the desk and platforms.
@NullMarked
package dev.docket.dto;

import org.jspecify.annotations.NullMarked;
