/// Who may do what: credentials read, rights checked, rates limited. Deny is the default.
@NullMarked
package dev.docket.backend.platform.access;

import org.jspecify.annotations.NullMarked;
