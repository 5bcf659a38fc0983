/// Models: trained, evaluated, released, watched.
@NullMarked
package dev.docket.dto.models;

import org.jspecify.annotations.NullMarked;
