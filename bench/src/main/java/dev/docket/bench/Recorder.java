package dev.docket.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Writes down what a piece of the product's work says to the database, so that the same can be said without the
/// product.
///
/// Only the recording thread's connections are listened to, and none at any other time: the product is measured as it
/// is.
final class Recorder implements BeanPostProcessor {
    private final ThreadLocal<List<Step>> recording = new ThreadLocal<>();

    /// One call to the database.
    ///
    /// @param sql empty for a commit
    /// @param alone whether it was a transaction by itself
    record Step(String sql, List<Binding> bindings, boolean alone) {
        static final Step COMMIT = new Step("", List.of(), false);

        boolean isStatement() {
            return !sql.isEmpty();
        }
    }

    /// One parameter, as it was set.
    record Binding(Method setter, Object[] arguments) {}

    /// @return what the work said, in order
    List<Step> record(Callable<?> work) throws Exception {
        var steps = new ArrayList<Step>();
        recording.set(steps);
        try {
            work.call();
        } finally {
            recording.remove();
        }
        return steps;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new Listening(pool) : bean;
    }

    /// A pool like the one it takes the place of, which was never used.
    private final class Listening extends HikariDataSource {
        private Listening(HikariDataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            var steps = recording.get();
            return steps == null ? connection : heard(connection, steps);
        }
    }

    private static Connection heard(Connection connection, List<Step> steps) {
        return proxy(Connection.class, (method, arguments) -> {
            var result = method.invoke(connection, arguments);
            if (method.getName().equals("commit")) {
                steps.add(Step.COMMIT);
            }
            return result instanceof PreparedStatement statement
                            && method.getName().equals("prepareStatement")
                    ? heard(connection, statement, (String) arguments[0], steps)
                    : result;
        });
    }

    private static PreparedStatement heard(
            Connection connection, PreparedStatement statement, String sql, List<Step> steps) {
        var bindings = new ArrayList<Binding>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            String name = method.getName();
            if (name.endsWith("Batch")) {
                throw new UnsupportedOperationException("a batch cannot be recorded");
            }
            if (name.startsWith("set") && arguments.length > 1) {
                bindings.add(new Binding(method, arguments.clone()));
            } else if (name.startsWith("execute")) {
                steps.add(new Step(sql, List.copyOf(bindings), connection.getAutoCommit()));
            }
            return method.invoke(statement, arguments);
        });
    }

    @FunctionalInterface
    private interface Listener {
        Object hear(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Listener listener) {
        return type.cast(Proxy.newProxyInstance(
                Recorder.class.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                    try {
                        return listener.hear(method, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
