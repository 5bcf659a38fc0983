/// What the models said of texts, kept to be said again.
@NullMarked
package dev.docket.backend.classification.verdict;

import org.jspecify.annotations.NullMarked;
