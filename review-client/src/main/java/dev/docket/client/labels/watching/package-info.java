/// Whether what serves still fits what comes in.
@NullMarked
package dev.docket.client.labels.watching;

import org.jspecify.annotations.NullMarked;
