package dev.docket.backend.care;

import dev.docket.dto.care.CareSettings;
import dev.docket.dto.care.ExposureDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Exposure, one row a person and day. Every statement that reads it names one person, but for the one that adds a
/// whole floor up. Times are the database's, so that a day is the same on every floor.
@Repository
class StoredExposure {
    private static final String TODAY = "(clock_timestamp() AT TIME ZONE 'UTC')::date";

    private final JdbcClient jdbc;

    StoredExposure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds a look to the person's day, and prolongs their stretch of work or begins another after a break.
    Stretch add(UUID person, Look look, CareProperties settings) {
        return jdbc.sql("""
                        WITH today AS (
                            INSERT INTO exposure AS day (person_id, day, points, seconds, harsh_seconds, items)
                            VALUES (:person, %2$s, :points, :seconds, :harsh, 1)
                            ON CONFLICT (person_id, day) DO UPDATE
                               SET points = day.points + excluded.points, seconds = day.seconds + excluded.seconds,
                                   harsh_seconds = day.harsh_seconds + excluded.harsh_seconds, items = day.items + 1)
                        INSERT INTO work_stretch AS stretch (person_id, began_at, last_at, harsh_seconds)
                        SELECT :person, clock.now - make_interval(secs => :seconds), clock.now, :harsh
                          FROM (SELECT clock_timestamp() AS now) AS clock
                        ON CONFLICT (person_id) DO UPDATE
                           SET began_at = CASE WHEN %1$s THEN excluded.began_at ELSE stretch.began_at END,
                               harsh_seconds = CASE WHEN %1$s THEN 0 ELSE stretch.harsh_seconds END
                                               + excluded.harsh_seconds,
                               reminded_at = CASE WHEN %1$s THEN NULL ELSE stretch.reminded_at END,
                               last_at = excluded.last_at
                        RETURNING harsh_seconds,
                                  extract(epoch FROM last_at - coalesce(reminded_at, began_at)) AS since_break
                        """.formatted(
                                "excluded.last_at - make_interval(secs => :seconds) - stretch.last_at"
                                        + " >= make_interval(secs => :break)",
                                TODAY))
                .param("person", person)
                .param("points", look.points())
                .param("seconds", look.seconds())
                .param("harsh", look.harsh() ? look.seconds() : 0)
                .param("break", (double) settings.breakLength().toSeconds())
                .query((row, number) ->
                        new Stretch(row.getDouble("harsh_seconds"), Duration.ofSeconds(row.getLong("since_break"))))
                .single();
    }

    void reminded(UUID person) {
        jdbc.sql("UPDATE work_stretch SET reminded_at = clock_timestamp() WHERE person_id = :person")
                .param("person", person)
                .update();
    }

    /// Lets harsh queues rest; the harsh work of this stretch counts from nothing again.
    Instant rest(UUID person, Duration length) {
        return jdbc.sql("""
                        UPDATE work_stretch
                           SET rest_until = clock_timestamp() + make_interval(secs => :rest), harsh_seconds = 0
                         WHERE person_id = :person RETURNING rest_until
                        """)
                .param("rest", (double) length.toSeconds())
                .param("person", person)
                .query((row, number) -> row.getTimestamp("rest_until").toInstant())
                .single();
    }

    /// Three rows by their keys: cheap enough for every claim.
    Standing standing(UUID person) {
        return jdbc.sql("""
                        SELECT coalesce(day.points, 0) AS points, settings.daily_cap,
                               CASE WHEN stretch.rest_until > clock_timestamp() THEN stretch.rest_until END AS rest_until
                          FROM (VALUES (:person::uuid)) AS person (id)
                          LEFT JOIN exposure AS day ON day.person_id = person.id AND day.day = %s
                          LEFT JOIN work_stretch AS stretch ON stretch.person_id = person.id
                          LEFT JOIN care_settings AS settings ON settings.person_id = person.id
                        """.formatted(TODAY))
                .param("person", person)
                .query((row, number) -> standing(row))
                .single();
    }

    List<ExposureDay> days(UUID person, int most) {
        return jdbc.sql("""
                        SELECT day, points, seconds, harsh_seconds, items FROM exposure
                         WHERE person_id = :person ORDER BY day DESC LIMIT :most
                        """)
                .param("person", person)
                .param("most", most)
                .query((row, number) -> day(row))
                .list();
    }

    LocalDate today() {
        return jdbc.sql("SELECT %s AS today".formatted(TODAY))
                .query((row, number) -> row.getObject("today", LocalDate.class))
                .single();
    }

    Optional<CareSettings> settings(UUID person) {
        return jdbc.sql("SELECT reminders, break_every, daily_cap FROM care_settings WHERE person_id = :person")
                .param("person", person)
                .query((row, number) -> new CareSettings(
                        row.getBoolean("reminders"),
                        row.getInt("break_every"),
                        row.getObject("daily_cap", Integer.class)))
                .optional();
    }

    void keep(UUID person, CareSettings settings) {
        jdbc.sql("""
                        INSERT INTO care_settings (person_id, reminders, break_every, daily_cap)
                        VALUES (:person, :reminders, :breakEvery, :cap)
                        ON CONFLICT (person_id) DO UPDATE
                           SET reminders = excluded.reminders, break_every = excluded.break_every,
                               daily_cap = excluded.daily_cap
                        """)
                .param("person", person)
                .param("reminders", settings.reminders())
                .param("breakEvery", settings.breakEveryMinutes())
                .param("cap", settings.dailyCap(), Types.INTEGER)
                .update();
    }

    /// Everybody's days of one week as sums; who they were stays here.
    Week week(LocalDate monday) {
        return jdbc.sql("""
                        SELECT count(DISTINCT person_id) AS people, count(*) AS days, sum(points) AS points,
                               sum(seconds) AS seconds, sum(harsh_seconds) AS harsh_seconds, sum(items) AS items
                          FROM exposure WHERE day >= :from AND day < :to AND items > 0
                        """)
                .param("from", monday)
                .param("to", monday.plusWeeks(1))
                .query((row, number) -> new Week(
                        row.getInt("people"),
                        row.getLong("days"),
                        row.getDouble("points"),
                        row.getDouble("seconds"),
                        row.getDouble("harsh_seconds"),
                        row.getLong("items")))
                .single();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        @Nullable Timestamp rest = row.getTimestamp("rest_until");
        return new Standing(
                row.getDouble("points"),
                row.getObject("daily_cap", Integer.class),
                rest == null ? null : rest.toInstant());
    }

    private static ExposureDay day(ResultSet row) throws SQLException {
        return new ExposureDay(
                row.getObject("day", LocalDate.class),
                row.getDouble("points"),
                Math.round(row.getDouble("seconds")),
                Math.round(row.getDouble("harsh_seconds")),
                row.getInt("items"));
    }

    /// @param sinceBreak since the stretch began, or the last reminder
    record Stretch(double harshSeconds, Duration sinceBreak) {}

    /// @param cap the person's own
    record Standing(
            double points, @Nullable Integer cap, @Nullable Instant restUntil) {}

    record Week(int people, long days, double points, double seconds, double harshSeconds, long items) {}
}
