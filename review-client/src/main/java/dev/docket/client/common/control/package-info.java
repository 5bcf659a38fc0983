@NullMarked
package dev.docket.client.common.control;

import org.jspecify.annotations.NullMarked;
