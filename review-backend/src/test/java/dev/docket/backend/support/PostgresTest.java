package dev.docket.backend.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test on the real schema without a Spring context. Takes `DataSource`, `JdbcClient` or [TestDatabase] as
/// parameters.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith({DatabaseExtension.class, DatabaseParameters.class})
public @interface PostgresTest {
    /// The tag of a test that breaks an invariant on purpose.
    String PLANTS_BREACHES = "plants-breaches";
}
