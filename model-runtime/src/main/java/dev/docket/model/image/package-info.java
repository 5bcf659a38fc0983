/// What a picture shows: its perceptual hashes, and its scores under the image model.
@NullMarked
package dev.docket.model.image;

import org.jspecify.annotations.NullMarked;
