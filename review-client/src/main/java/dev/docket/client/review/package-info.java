@NullMarked
package dev.docket.client.review;

import org.jspecify.annotations.NullMarked;
