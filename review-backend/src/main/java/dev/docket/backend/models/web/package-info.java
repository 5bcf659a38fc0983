@NullMarked
package dev.docket.backend.models.web;

import org.jspecify.annotations.NullMarked;
