/// The window, and all wiring: the only package that knows every other.
@NullMarked
package dev.docket.client.shell;

import org.jspecify.annotations.NullMarked;
