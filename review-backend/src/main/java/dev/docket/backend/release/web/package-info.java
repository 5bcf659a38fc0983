@NullMarked
package dev.docket.backend.release.web;

import org.jspecify.annotations.NullMarked;
