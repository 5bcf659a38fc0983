@NullMarked
package dev.docket.backend.queue.web;

import org.jspecify.annotations.NullMarked;
