package dev.docket.backend.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Lets a type off one rule of the house, with a reason. A test holds their number, and it may only fall.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Exempt {
    /// The rule's short name, such as `no-standard-output`.
    String rule();

    String because();
}
