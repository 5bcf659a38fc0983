@NullMarked
package dev.docket.client.common.theme;

import org.jspecify.annotations.NullMarked;
