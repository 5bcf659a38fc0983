/// Untrusted videos: frames taken by a limited program of somebody else.
@NullMarked
package dev.docket.model.video;

import org.jspecify.annotations.NullMarked;
