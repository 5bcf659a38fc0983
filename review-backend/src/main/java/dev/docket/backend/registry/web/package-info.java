@NullMarked
package dev.docket.backend.registry.web;

import org.jspecify.annotations.NullMarked;
