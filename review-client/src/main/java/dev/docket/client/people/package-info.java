/// The administrator's screen: who works here, which programs may call, what happened, and how the floor is.
@NullMarked
package dev.docket.client.people;

import org.jspecify.annotations.NullMarked;
