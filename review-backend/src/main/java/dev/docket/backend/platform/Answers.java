package dev.docket.backend.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What an endpoint answers when all goes well, where its signature does not say so: for the served OpenAPI document.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Answers.Several.class)
public @interface Answers {
    int status();

    /// The body's record; `void` for none, or for one that is no JSON object.
    Class<?> with() default void.class;

    String media() default "application/json";

    /// All of an endpoint's answers.
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface Several {
        Answers[] value();
    }
}
