/// An item as every screen draws it: its text and media, the evidence beside it, and the words for both.
@NullMarked
package dev.docket.client.common.item;

import org.jspecify.annotations.NullMarked;
