package dev.docket.backend.queue;

import dev.docket.dto.floor.Forecast;

/// How many tasks will come to each queue, hour by hour of a week.
public interface LoadForecast {
    /// At most ten minutes old: it reads weeks.
    Forecast latest();
}
