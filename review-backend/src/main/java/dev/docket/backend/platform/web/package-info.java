@NullMarked
package dev.docket.backend.platform.web;

import org.jspecify.annotations.NullMarked;
