/// Linear heads over the encoder's mean vector, and their calibration.
@NullMarked
package dev.docket.model.head;

import org.jspecify.annotations.NullMarked;
