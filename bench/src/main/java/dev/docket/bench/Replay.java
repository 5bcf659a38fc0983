package dev.docket.bench;

import dev.docket.backend.platform.Ids;
import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// Says recorded work to the database again, for other tasks: statements prepared once, no framework, one connection.
///
/// Of the recorded ids, the person's becomes this replay's person, those of the claimed task and its item become what
/// the replayed claim returns, and every other one is a row that was made: a new one each time.
final class Replay implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST_TRIES = 1_000;
    private static final String CLAIM = "SET state = 'CLAIMED'";

    private final Connection connection;
    private final Original original;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /// What was recorded, and whose ids are in it.
    record Original(List<Recorder.Step> steps, UUID person, UUID task, UUID item) {}

    Replay(Connection connection, Original original) {
        this.connection = connection;
        this.original = original;
    }

    /// Does it once. Where all heads of the queues were taken in the same instant it begins
    /// again, as often as it takes; the product then looks further down instead.
    void run(UUID person) throws Exception {
        for (int tries = 0; !tried(person); tries++) {
            if (tries == MOST_TRIES) {
                throw new IllegalStateException("nothing left to claim");
            }
            connection.rollback();
        }
    }

    private boolean tried(UUID person) throws Exception {
        var ids = new HashMap<UUID, UUID>();
        ids.put(original.person(), person);
        for (var step : original.steps()) {
            if (!step.isStatement()) {
                connection.commit();
                continue;
            }
            connection.setAutoCommit(step.alone());
            run(step, ids);
            if (step.sql().contains(CLAIM) && !ids.containsKey(original.task())) {
                return false;
            }
        }
        return true;
    }

    private void run(Recorder.Step step, Map<UUID, UUID> ids) throws Exception {
        var statement = prepare(step.sql());
        for (var binding : step.bindings()) {
            var arguments = binding.arguments().clone();
            arguments[1] = translate(arguments[1], ids);
            binding.setter().invoke(statement, arguments);
        }
        if (!statement.execute()) {
            return;
        }
        try (var rows = statement.getResultSet()) {
            if (step.sql().contains(CLAIM)) {
                readClaim(rows, ids);
            }
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private void readClaim(ResultSet rows, Map<UUID, UUID> ids) throws SQLException {
        if (rows.next()) {
            ids.put(original.task(), rows.getObject("id", UUID.class));
            ids.put(original.item(), rows.getObject("item_id", UUID.class));
        }
    }

    static Object translate(Object value, Map<UUID, UUID> ids) {
        return switch (value) {
            case UUID id -> ids.computeIfAbsent(id, made -> Ids.next());
            case String text ->
                ID.matcher(text)
                        .replaceAll(found ->
                                translate(UUID.fromString(found.group()), ids).toString());
            case Object[] several -> {
                var translated = (Object[]) Array.newInstance(several.getClass().getComponentType(), several.length);
                for (int i = 0; i < several.length; i++) {
                    translated[i] = translate(several[i], ids);
                }
                yield translated;
            }
            default -> value;
        };
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
