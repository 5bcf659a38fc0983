/// Questions between colleagues: those that wait for one's own answer, and what was answered to one's own.
@NullMarked
package dev.docket.client.questions;

import org.jspecify.annotations.NullMarked;
