/// Training heads on a label set: asking for it, watching it, and the record of what was done.
@NullMarked
package dev.docket.client.labels.training;

import org.jspecify.annotations.NullMarked;
