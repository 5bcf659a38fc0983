package dev.docket.backend.support;

import dev.docket.backend.Floor;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test against the whole floor on a free port, with its background jobs running. Every such
/// class shares one context, so it must not change the configuration: no property, profile or
/// bean of its own.
///
/// Take a [FloorClient] to call the floor as a platform or the desk would.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(classes = Floor.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestSettings.class)
@Import({FloorClient.class, TestInternet.class})
@ExtendWith(DatabaseExtension.class)
public @interface FloorTest {}
