/// Drawings of figures: curves, rows, distributions, confusions. They know no screen and no language; whoever shows
/// something says what each value is in words.
@NullMarked
package dev.docket.client.common.chart;

import org.jspecify.annotations.NullMarked;
