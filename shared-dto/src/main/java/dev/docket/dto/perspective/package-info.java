/// Perspective's requests and answers, for clients made for it. Names are Google's.
@NullMarked
package dev.docket.dto.perspective;

import org.jspecify.annotations.NullMarked;
