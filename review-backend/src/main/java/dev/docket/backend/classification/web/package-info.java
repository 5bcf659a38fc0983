@NullMarked
package dev.docket.backend.classification.web;

import org.jspecify.annotations.NullMarked;
