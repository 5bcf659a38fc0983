package dev.docket.backend.platform.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Lets as many to the pool as it has connections; the others wait before it, in the order they came.
///
/// A request waits for a moment only and is then told to come back: what it waits for longer than that is a floor that
/// has more to do than it can, and every request that waits makes the next wait longer. Jobs wait as long as it takes.
/// The pool by itself would keep everybody waiting in no order, and hand a connection on to one of a thousand virtual
/// threads by trying again and again.
public final class ConnectionGate extends DelegatingDataSource {
    private static final Duration OF_A_JOB = Duration.ofSeconds(5);
    private static final ThreadLocal<Duration> PATIENCE = ThreadLocal.withInitial(() -> OF_A_JOB);

    private final Semaphore places;

    /// @param places as many as the pool has connections
    ConnectionGate(DataSource pool, int places) {
        super(pool);
        this.places = new Semaphore(places, true);
    }

    /// From here on the calling thread works on a request, and waits no longer than this.
    public static void hurry(Duration patience) {
        PATIENCE.set(patience);
    }

    /// The calling thread's request is over.
    public static void relax() {
        PATIENCE.remove();
    }

    /// How many wait for a connection.
    public int waiting() {
        return places.getQueueLength();
    }

    /// @throws SQLTransientConnectionException when none came free in time
    @Override
    public Connection getConnection() throws SQLException {
        enter();
        boolean handedOut = false;
        try {
            var connection = leaving(obtainTargetDataSource().getConnection());
            handedOut = true;
            return connection;
        } finally {
            if (!handedOut) {
                places.release();
            }
        }
    }

    private void enter() throws SQLTransientConnectionException {
        try {
            if (places.tryAcquire(PATIENCE.get().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new SQLTransientConnectionException("every connection is in use");
    }

    /// The connection, which makes room when it is closed.
    private Connection leaving(Connection connection) {
        var left = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                ConnectionGate.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    } finally {
                        if (method.getName().equals("close") && left.compareAndSet(false, true)) {
                            places.release();
                        }
                    }
                });
    }
}
