@NullMarked
package dev.docket.backend.enforcement.web;

import org.jspecify.annotations.NullMarked;
