/// The floor about itself: is it well, how fast is it, does it keep its promises.
@NullMarked
package dev.docket.backend.platform.ops;

import org.jspecify.annotations.NullMarked;
