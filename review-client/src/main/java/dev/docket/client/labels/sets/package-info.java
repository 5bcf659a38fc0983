/// Label sets: what there is, building, comparing and exporting them, and labels from elsewhere.
@NullMarked
package dev.docket.client.labels.sets;

import org.jspecify.annotations.NullMarked;
