package dev.docket.dto.floor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to expect of each hour of the week, from the last weeks: `GET /api/v1/floor/forecast`.
///
/// @param weeks how many whole weeks it is drawn from; 0 when there are none yet
/// @param pace decisions of one person in an hour at work; null while nobody decided
public record Forecast(int weeks, @Nullable Double pace, List<QueueForecast> queues) {

    /// @param hours those in which anything ever came, in order
    public record QueueForecast(String key, String title, List<Hour> hours) {}

    /// @param hour of the week in UTC, 0 is Monday from midnight
    /// @param expected tasks, the mean of the weeks
    /// @param low and `high` bound a single week's count, 95 of 100 times
    /// @param people needed for what is expected; null while the pace is unknown
    /// @param peopleAtMost needed for `high`
    public record Hour(
            int hour,
            double expected,
            double low,
            double high,
            @Nullable Integer people,
            @Nullable Integer peopleAtMost) {}
}
