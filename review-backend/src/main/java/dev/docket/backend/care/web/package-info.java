@NullMarked
package dev.docket.backend.care.web;

import org.jspecify.annotations.NullMarked;
