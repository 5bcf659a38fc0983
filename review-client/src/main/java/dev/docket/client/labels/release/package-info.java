/// A model's way from candidate to champion and back.
@NullMarked
package dev.docket.client.labels.release;

import org.jspecify.annotations.NullMarked;
