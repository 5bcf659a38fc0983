/// OpenAI's moderation request and answer, for clients made for it.
@NullMarked
package dev.docket.dto.moderation;

import org.jspecify.annotations.NullMarked;
