/// The search screen: items by words, author, image hash and meaning, with what was decided of them.
@NullMarked
package dev.docket.client.search;

import org.jspecify.annotations.NullMarked;
