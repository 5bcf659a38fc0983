@NullMarked
package dev.docket.client.common.task;

import org.jspecify.annotations.NullMarked;
