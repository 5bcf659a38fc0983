/// Search and waves over HTTP.
@NullMarked
package dev.docket.backend.precedents.web;

import org.jspecify.annotations.NullMarked;
