/// The Labels screen: from settled decisions to a better model, section by section.
@NullMarked
package dev.docket.client.labels;

import org.jspecify.annotations.NullMarked;
