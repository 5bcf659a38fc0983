@NullMarked
package dev.docket.backend.labels.web;

import org.jspecify.annotations.NullMarked;
