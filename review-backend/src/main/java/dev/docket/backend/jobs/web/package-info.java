@NullMarked
package dev.docket.backend.jobs.web;

import org.jspecify.annotations.NullMarked;
