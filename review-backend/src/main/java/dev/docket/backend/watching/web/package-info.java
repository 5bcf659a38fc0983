@NullMarked
package dev.docket.backend.watching.web;

import org.jspecify.annotations.NullMarked;
