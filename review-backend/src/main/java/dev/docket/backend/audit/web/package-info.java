@NullMarked
package dev.docket.backend.audit.web;

import org.jspecify.annotations.NullMarked;
