/// Perceptual hashes of images, and reading untrusted images safely.
@NullMarked
package dev.docket.model.image;

import org.jspecify.annotations.NullMarked;
