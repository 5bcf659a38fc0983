@NullMarked
package dev.docket.backend.intake.web;

import org.jspecify.annotations.NullMarked;
