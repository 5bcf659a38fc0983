/// A bucket in an S3-compatible store: the few calls that media need, and what is wrong when one fails.
@NullMarked
package dev.docket.backend.intake.s3;

import org.jspecify.annotations.NullMarked;
