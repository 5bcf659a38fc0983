/// What a person can learn from items that were settled otherwise than they found. For their own eyes.
@NullMarked
package dev.docket.client.coaching;

import org.jspecify.annotations.NullMarked;
