/// Content in, calibrated scores and explanations out.
@NullMarked
package dev.docket.model;

import org.jspecify.annotations.NullMarked;
