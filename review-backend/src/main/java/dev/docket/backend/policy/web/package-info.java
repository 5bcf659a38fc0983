@NullMarked
package dev.docket.backend.policy.web;

import org.jspecify.annotations.NullMarked;
