@NullMarked
package dev.docket.backend.training.web;

import org.jspecify.annotations.NullMarked;
