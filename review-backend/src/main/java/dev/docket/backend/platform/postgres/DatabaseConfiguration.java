package dev.docket.backend.platform.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the database before everything that uses it, and so closes it after all of that: the pool and Flyway are
/// built from its logins.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    @Bean
    Database database(DatabaseSettings settings) {
        return settings.open();
    }

    @Bean
    JdbcConnectionDetails poolLogin(Database database) {
        return new PoolLogin(database.application());
    }

    @Bean
    FlywayConnectionDetails migrationLogin(Database database) {
        return new MigrationLogin(database.owner());
    }

    @Bean
    FlywayConfigurationCustomizer applicationRole(Database database) {
        return flyway -> flyway.placeholders(
                Map.of("application_role", database.application().user()));
    }

    /// Whoever wants a connection comes by the gate.
    @Bean
    static BeanPostProcessor connectionGate() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool
                        ? new ConnectionGate(pool, pool.getMaximumPoolSize())
                        : bean;
            }
        };
    }

    private record PoolLogin(Login login) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return login.url();
        }
    }

    private record MigrationLogin(Login login) implements FlywayConnectionDetails {
        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return login.url();
        }
    }
}
