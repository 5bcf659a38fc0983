/// Hash banks and blocklists.
@NullMarked
package dev.docket.dto.filter;

import org.jspecify.annotations.NullMarked;
