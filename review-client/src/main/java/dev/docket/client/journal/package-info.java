@NullMarked
package dev.docket.client.journal;

import org.jspecify.annotations.NullMarked;
