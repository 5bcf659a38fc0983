/// The embedded PostgreSQL: real binaries from the class path, one durable cluster under the floor's home.
@NullMarked
package dev.docket.backend.platform.postgres;

import org.jspecify.annotations.NullMarked;
