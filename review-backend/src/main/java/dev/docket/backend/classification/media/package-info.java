/// What the models say of images and videos, and how they are shown.
@NullMarked
package dev.docket.backend.classification.media;

import org.jspecify.annotations.NullMarked;
