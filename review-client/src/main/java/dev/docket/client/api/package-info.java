@NullMarked
package dev.docket.client.api;

import org.jspecify.annotations.NullMarked;
