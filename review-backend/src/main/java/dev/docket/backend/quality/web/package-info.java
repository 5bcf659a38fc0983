@NullMarked
package dev.docket.backend.quality.web;

import org.jspecify.annotations.NullMarked;
