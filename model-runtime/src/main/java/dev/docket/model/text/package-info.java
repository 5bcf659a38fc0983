/// Windows over a text, its lexical features, and forms in which texts are compared, with offsets into the text as it
/// was submitted.
@NullMarked
package dev.docket.model.text;

import org.jspecify.annotations.NullMarked;
