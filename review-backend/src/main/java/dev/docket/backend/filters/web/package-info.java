@NullMarked
package dev.docket.backend.filters.web;

import org.jspecify.annotations.NullMarked;
