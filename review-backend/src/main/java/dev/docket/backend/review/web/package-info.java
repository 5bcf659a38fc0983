@NullMarked
package dev.docket.backend.review.web;

import org.jspecify.annotations.NullMarked;
