package dev.docket.backend.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.dto.floor.Forecast;
import dev.docket.dto.floor.Forecast.Hour;
import dev.docket.dto.floor.Forecast.QueueForecast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What will come, by what came: the seasonal mean of each queue and hour of the week over whole past weeks, at most
/// eight.
///
/// The interval is that of one more week's count. Arrivals are counts and often come in bursts, so their variance is
/// taken as the larger of the mean (a Poisson process) and what the weeks showed; the mean's own error adds
/// one part in the number of weeks.
@Repository
class Forecasts implements LoadForecast {
    private static final int MOST_WEEKS = 8;
    private static final double TWO_SIDED_95 = 1.96;
    private static final String ALL = "all";

    private final JdbcClient jdbc;
    private final Queues queues;
    private final Cache<String, Forecast> latest =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build();

    Forecasts(JdbcClient jdbc, Queues queues) {
        this.jdbc = jdbc;
        this.queues = queues;
    }

    @Override
    public Forecast latest() {
        return Objects.requireNonNull(latest.get(ALL, all -> compute()));
    }

    Forecast compute() {
        int weeks = weeks();
        @Nullable Double pace = pace();
        var hours = new LinkedHashMap<String, List<Hour>>();
        if (weeks > 0) {
            arrivals(weeks)
                    .forEach(seen -> hours.computeIfAbsent(seen.queue(), queue -> new ArrayList<>())
                            .add(hour(seen, weeks, pace)));
        }
        return new Forecast(weeks, pace, forecasts(queues.all(), hours));
    }

    private static List<QueueForecast> forecasts(Map<String, String> titles, Map<String, List<Hour>> hours) {
        return titles.entrySet().stream()
                .map(queue -> new QueueForecast(
                        queue.getKey(), queue.getValue(), hours.getOrDefault(queue.getKey(), List.of())))
                .toList();
    }

    static Hour hour(Seen seen, int weeks, @Nullable Double pace) {
        double mean = (double) seen.arrived() / weeks;
        double spread = weeks < 2 ? 0 : (seen.squares() - weeks * mean * mean) / (weeks - 1);
        double half = TWO_SIDED_95 * Math.sqrt(Math.max(mean, spread) * (1 + 1.0 / weeks));
        double high = mean + half;
        return new Hour(seen.hour(), mean, Math.max(0, mean - half), high, people(mean, pace), people(high, pace));
    }

    private static @Nullable Integer people(double tasks, @Nullable Double pace) {
        return pace == null || pace <= 0 ? null : (Integer) (int) Math.ceil(tasks / pace);
    }

    /// Whole weeks since the first task, the running one left out.
    private int weeks() {
        return jdbc.sql("""
                        SELECT greatest(0, floor(extract(epoch FROM date_trunc('hour', now()) - min(enqueued_at))
                                                 / 604800))::int
                          FROM review_task WHERE enqueued_at > now() - make_interval(weeks => :most + 1)
                        """)
                .param("most", MOST_WEEKS)
                .query((row, number) -> Math.min(MOST_WEEKS, row.getInt(1)))
                .single();
    }

    /// Decisions of a person in an hour in which they decided at all.
    private @Nullable Double pace() {
        return jdbc.sql("""
                        SELECT sum(decisions)::float8 / nullif(count(*), 0) AS pace
                          FROM (SELECT count(*) AS decisions FROM decision
                                 WHERE decided_at > now() - interval '4 weeks' AND person_id IS NOT NULL
                                   AND lease_number IS NOT NULL AND state <> 'UNDONE'
                                 GROUP BY person_id, date_trunc('hour', decided_at)) AS hour
                        """)
                .query((row, number) -> java.util.Optional.ofNullable((Double) row.getObject("pace")))
                .single()
                .orElse(null);
    }

    private List<Seen> arrivals(int weeks) {
        return jdbc.sql("""
                        SELECT queue, hour, sum(arrived) AS arrived, sum(arrived * arrived) AS squares
                          FROM (SELECT coalesce(came_from, queue_key) AS queue, date_trunc('hour', enqueued_at) AS at,
                                       ((extract(isodow FROM enqueued_at AT TIME ZONE 'UTC')::int - 1) * 24
                                        + extract(hour FROM enqueued_at AT TIME ZONE 'UTC')::int) AS hour,
                                       count(*) AS arrived
                                  FROM review_task
                                 WHERE enqueued_at >= date_trunc('hour', now()) - make_interval(weeks => :weeks)
                                   AND enqueued_at < date_trunc('hour', now()) AND purpose = 'LIVE'
                                 GROUP BY 1, 2, 3) AS hourly
                         GROUP BY queue, hour ORDER BY queue, hour
                        """)
                .param("weeks", weeks)
                .query((row, number) -> new Seen(
                        row.getString("queue"), row.getInt("hour"), row.getLong("arrived"), row.getDouble("squares")))
                .list();
    }

    /// @param squares the sum of the squares of the weeks' counts
    record Seen(String queue, int hour, long arrived, double squares) {}
}
