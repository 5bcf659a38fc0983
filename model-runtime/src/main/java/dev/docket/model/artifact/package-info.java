/// Model packages: manifest, checksums, provenance.
@NullMarked
package dev.docket.model.artifact;

import org.jspecify.annotations.NullMarked;
