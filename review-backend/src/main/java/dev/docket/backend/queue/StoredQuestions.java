package dev.docket.backend.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Questions between colleagues.
@Repository
class StoredQuestions {
    private static final int MOST = 50;

    private static final String COLUMNS = """
            SELECT question.id, question.task_id, question.item_id, asker.display_name AS asker,
                   receiver.display_name AS receiver, coalesce(question.question, '') AS question, question.asked_at,
                   question.answer, answerer.display_name AS answerer, question.answered_at
              FROM task_question AS question
              JOIN person AS asker ON asker.id = question.asked_by
              LEFT JOIN person AS receiver ON receiver.id = question.asked_to
              LEFT JOIN person AS answerer ON answerer.id = question.answered_by
            """;

    private final JdbcClient jdbc;

    StoredQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, TaskRow task, UUID asker, @Nullable UUID to, String question) {
        jdbc.sql("""
                        INSERT INTO task_question (id, task_id, item_id, asked_by, asked_to, question)
                        VALUES (:id, :task, :item, :asker, :to, :question)
                        """)
                .param("id", id)
                .param("task", task.id())
                .param("item", task.item())
                .param("asker", asker)
                .param("to", to, java.sql.Types.OTHER)
                .param("question", question)
                .update();
    }

    /// Oldest first, without those on items that the person may yet look at anew: a question tells of whoever looked
    /// before.
    ///
    /// @param supervisor whether questions to the supervisors are theirs too
    List<Row> toAnswer(UUID person, boolean supervisor) {
        return jdbc.sql(COLUMNS + """
                         WHERE question.answered_at IS NULL AND question.question IS NOT NULL
                           AND (question.asked_to = :person
                                OR :supervisor AND question.asked_to IS NULL AND question.asked_by <> :person)
                           AND NOT EXISTS (
                               SELECT FROM review_task AS look
                                WHERE look.item_id = question.item_id AND look.id <> question.task_id
                                  AND look.purpose = 'LIVE' AND look.kind <> 'FIRST' AND look.state IN ('OPEN', 'CLAIMED')
                                  AND NOT EXISTS (SELECT FROM review_task_skip AS skip
                                                   WHERE skip.task_id = look.id AND skip.person_id = :person
                                                     AND skip.reason = 'INVOLVED'))
                         ORDER BY question.asked_at, question.id LIMIT :most
                        """)
                .param("person", person)
                .param("supervisor", supervisor)
                .param("most", MOST)
                .query((row, number) -> read(row))
                .list();
    }

    /// Newest first, of the last day.
    List<Row> askedBy(UUID person) {
        return jdbc.sql(COLUMNS + """
                         WHERE question.asked_by = :person AND question.asked_at > now() - interval '1 day'
                         ORDER BY question.asked_at DESC, question.id LIMIT :most
                        """)
                .param("person", person)
                .param("most", MOST)
                .query((row, number) -> read(row))
                .list();
    }

    /// @return who asked; empty when it is not theirs to answer, or was answered
    Optional<Asked> answer(UUID question, UUID person, boolean supervisor, String answer) {
        return jdbc.sql("""
                        UPDATE task_question
                           SET answer = :answer, answered_by = :person, answered_at = clock_timestamp()
                         WHERE id = :question AND answered_at IS NULL AND question IS NOT NULL
                           AND (asked_to = :person OR :supervisor AND asked_to IS NULL AND asked_by <> :person)
                        RETURNING asked_by, task_id, item_id
                        """)
                .param("question", question)
                .param("person", person)
                .param("supervisor", supervisor)
                .param("answer", answer)
                .query((row, number) -> new Asked(
                        row.getObject("asked_by", UUID.class),
                        row.getObject("task_id", UUID.class),
                        row.getObject("item_id", UUID.class)))
                .optional();
    }

    /// Whether it was answered, and might have been by this person.
    boolean isAnswered(UUID question, UUID person, boolean supervisor) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM task_question
                                        WHERE id = :question AND answered_at IS NOT NULL
                                          AND (asked_to = :person OR :supervisor AND asked_to IS NULL))
                        """)
                .param("question", question)
                .param("person", person)
                .param("supervisor", supervisor)
                .query(Boolean.class)
                .single();
    }

    void forgetWords(UUID item) {
        jdbc.sql("UPDATE task_question SET question = NULL, answer = NULL WHERE item_id = :item")
                .param("item", item)
                .update();
    }

    private static Row read(ResultSet row) throws SQLException {
        @Nullable Timestamp answeredAt = row.getTimestamp("answered_at");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("asker"),
                row.getString("receiver"),
                row.getString("question"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("answer"),
                row.getString("answerer"),
                answeredAt == null ? null : answeredAt.toInstant());
    }

    record Row(
            UUID id,
            UUID task,
            UUID item,
            String asker,
            @Nullable String receiver,
            String question,
            Instant askedAt,
            @Nullable String answer,
            @Nullable String answerer,
            @Nullable Instant answeredAt) {}

    record Asked(UUID asker, UUID task, UUID item) {}
}
