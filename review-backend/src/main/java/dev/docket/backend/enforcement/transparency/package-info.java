/// The figures of the transparency report that Article 15 and 24 of Regulation (EU) 2022/2065 ask for.
@NullMarked
package dev.docket.backend.enforcement.transparency;

import org.jspecify.annotations.NullMarked;
