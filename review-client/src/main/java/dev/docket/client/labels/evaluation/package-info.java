/// How good a model is: curves, slices, comparison with the champion, and where it and people disagree.
@NullMarked
package dev.docket.client.labels.evaluation;

import org.jspecify.annotations.NullMarked;
