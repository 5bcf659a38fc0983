/// Waves: near-duplicates that wait, decided at once.
@NullMarked
package dev.docket.client.waves;

import org.jspecify.annotations.NullMarked;
