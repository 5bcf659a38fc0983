@NullMarked
package dev.docket.backend.dropin.web;

import org.jspecify.annotations.NullMarked;
