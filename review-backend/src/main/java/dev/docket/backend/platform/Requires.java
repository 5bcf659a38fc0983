package dev.docket.backend.platform;

import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The right an endpoint asks for: one of `roles` from a person, or one of `scopes` from a program. An endpoint with
/// no such annotation answers nobody.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
    Role[] roles() default {};

    Scope[] scopes() default {};

    /// Any signed-in person or valid key will do.
    boolean anyone() default false;

    /// No credential is needed.
    boolean open() default false;
}
