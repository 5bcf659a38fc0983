/// The appeals screen: what must be decided when, one appeal with everything about it, and its
/// answer.
@NullMarked
package dev.docket.client.appeals;

import org.jspecify.annotations.NullMarked;
