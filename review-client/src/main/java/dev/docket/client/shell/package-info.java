@NullMarked
package dev.docket.client.shell;

import org.jspecify.annotations.NullMarked;
