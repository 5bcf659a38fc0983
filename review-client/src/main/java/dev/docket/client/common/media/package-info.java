/// An item's images and videos as every screen draws them: grey and blurred at first.
@NullMarked
package dev.docket.client.common.media;

import org.jspecify.annotations.NullMarked;
