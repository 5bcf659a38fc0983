/// What the sections of the Labels screen share: how something is read, waited for, said and refused.
@NullMarked
package dev.docket.client.labels.part;

import org.jspecify.annotations.NullMarked;
