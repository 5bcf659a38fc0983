package dev.docket.backend.support;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Hands the shared database to constructors and methods of tests without a Spring context.
final class DatabaseParameters implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == DataSource.class || type == JdbcClient.class || type == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        var database = TestDatabase.shared();
        if (type == TestDatabase.class) {
            return database;
        }
        return type == DataSource.class ? database.dataSource() : JdbcClient.create(database.dataSource());
    }
}
