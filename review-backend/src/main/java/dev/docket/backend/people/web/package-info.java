@NullMarked
package dev.docket.backend.people.web;

import org.jspecify.annotations.NullMarked;
