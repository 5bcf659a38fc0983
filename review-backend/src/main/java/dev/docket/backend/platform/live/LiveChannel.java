package dev.docket.backend.platform.live;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// PostgreSQL's `NOTIFY` as the wire between backends. One notification carries one event; PostgreSQL refuses more
/// than 8,000 bytes, so an event that would not fit goes without its payload and the console asks anew. A backend knows
/// its own by their sender, and passes over them: its consoles have heard.
@Repository
class LiveChannel {
    private static final String CHANNEL = "docket_live";
    private static final int LONGEST = 7_900;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int ALIVE_SECONDS = 5;

    private final JdbcClient jdbc;
    private final JdbcConnectionDetails login;
    private final JsonMapper json;
    private final UUID self = UUID.randomUUID();

    LiveChannel(JdbcClient jdbc, JdbcConnectionDetails login, JsonMapper json) {
        this.jdbc = jdbc;
        this.login = login;
        this.json = json;
    }

    /// Not waiting for the disk: nobody misses a notification that a crash of the database swallows with its
    /// listeners.
    void send(Collection<LiveEvent> events) {
        jdbc.sql("""
                        SELECT pg_notify(:channel, message), set_config('synchronous_commit', 'off', true)
                          FROM unnest(:messages::text[]) AS message
                        """)
                .param("channel", CHANNEL)
                .param("messages", events.stream().map(this::write).toArray(String[]::new))
                .query(row -> {});
    }

    /// A connection of its own, outside the pool, for [#receive].
    public Connection open() throws SQLException {
        var connection = DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword());
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        return connection;
    }

    /// Waits a while for events and hands them on.
    ///
    /// @throws SQLException when the connection is no longer alive
    public void receive(Connection connection, Consumer<LiveEvent> receiver) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class).getNotifications(PATIENCE_MILLIS);
        if (notifications == null || notifications.length == 0) {
            if (!connection.isValid(ALIVE_SECONDS)) {
                throw new SQLException("the listening connection is dead");
            }
            return;
        }
        for (var notification : notifications) {
            var message = read(notification.getParameter());
            if (message != null && !message.from().equals(self)) {
                receiver.accept(message.event());
            }
        }
    }

    private String write(LiveEvent event) {
        String message = json.writeValueAsString(new Message(self, event));
        return message.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                ? message
                : json.writeValueAsString(new Message(self, new LiveEvent(event.type(), event.subject(), "{}")));
    }

    private @Nullable Message read(String message) {
        try {
            return json.readValue(message, Message.class);
        } catch (JacksonException notOurs) {
            return null;
        }
    }

    /// @param from the backend that tells
    private record Message(UUID from, LiveEvent event) {
        Message {
            Objects.requireNonNull(from, "every backend says who it is");
            Objects.requireNonNull(event, "and what it tells");
        }
    }
}
