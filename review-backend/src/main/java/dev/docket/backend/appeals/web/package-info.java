@NullMarked
package dev.docket.backend.appeals.web;

import org.jspecify.annotations.NullMarked;
