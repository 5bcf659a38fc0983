/// From text to tokens, windows and lexical features, with offsets into the text as it was submitted.
@NullMarked
package dev.docket.model.text;

import org.jspecify.annotations.NullMarked;
