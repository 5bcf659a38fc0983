/// Untrusted pictures: looked at by their header, then decoded in processes of their own.
@NullMarked
package dev.docket.model.picture;

import org.jspecify.annotations.NullMarked;
