/// Strict reading of what others send.
@NullMarked
package dev.docket.backend.platform.json;

import org.jspecify.annotations.NullMarked;
