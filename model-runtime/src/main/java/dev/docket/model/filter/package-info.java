/// What is known to be unwanted before any model reads it: blocklists over text, and hashes of
/// images.
@NullMarked
package dev.docket.model.filter;

import org.jspecify.annotations.NullMarked;
