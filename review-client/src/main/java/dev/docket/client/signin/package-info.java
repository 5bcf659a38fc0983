/// Signing in: who is at the desk, and on which floor.
@NullMarked
package dev.docket.client.signin;

import org.jspecify.annotations.NullMarked;
