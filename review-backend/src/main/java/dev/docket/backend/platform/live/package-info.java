@NullMarked
package dev.docket.backend.platform.live;

import org.jspecify.annotations.NullMarked;
