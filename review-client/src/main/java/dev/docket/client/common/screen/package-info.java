/// What every screen of the desk is to the window that shows it.
@NullMarked
package dev.docket.client.common.screen;

import org.jspecify.annotations.NullMarked;
