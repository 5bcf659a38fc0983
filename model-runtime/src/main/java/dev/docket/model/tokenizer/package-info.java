/// From text to a model's tokens, with offsets into the text as it was submitted.
///
/// A `tokenizer.json` names four steps, and each has a place here: the text is normalised ([Normalizers]), split
/// into words ([Splitters]), each word is cut into pieces of the vocabulary ([Pieces]), and what a model wants to
/// read is put around them ([Markers]). [WordPiece] does all of it in one pass, for the encoder that ships.
@NullMarked
package dev.docket.model.tokenizer;

import org.jspecify.annotations.NullMarked;
