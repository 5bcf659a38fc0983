/// Writes Apache Parquet, in a plain subset of the format that every reader knows: one data
/// page a column chunk, plain and dictionary encodings, nothing compressed. Equal rows give
/// equal bytes.
@NullMarked
package dev.docket.backend.labels.parquet;

import org.jspecify.annotations.NullMarked;
