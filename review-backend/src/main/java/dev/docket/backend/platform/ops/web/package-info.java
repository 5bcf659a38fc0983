@NullMarked
package dev.docket.backend.platform.ops.web;

import org.jspecify.annotations.NullMarked;
