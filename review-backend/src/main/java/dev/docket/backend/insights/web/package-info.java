@NullMarked
package dev.docket.backend.insights.web;

import org.jspecify.annotations.NullMarked;
