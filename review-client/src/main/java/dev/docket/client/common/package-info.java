@NullMarked
package dev.docket.client.common;

import org.jspecify.annotations.NullMarked;
