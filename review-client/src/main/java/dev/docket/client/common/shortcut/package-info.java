@NullMarked
package dev.docket.client.common.shortcut;

import org.jspecify.annotations.NullMarked;
