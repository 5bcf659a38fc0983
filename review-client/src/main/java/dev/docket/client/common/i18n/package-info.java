@NullMarked
package dev.docket.client.common.i18n;

import org.jspecify.annotations.NullMarked;
