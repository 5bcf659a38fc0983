package dev.docket.dto.appeals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often appeals were right, by what and by whom had been decided.
///
/// @param alertAbove the share above which a row is marked
/// @param alertFrom the number of decided appeals from which a row can be marked
/// @param moderators whose decisions were appealed against; `automation` is one of them
/// @param models versions that had scored the items
public record OverturnRates(
        Instant from,
        Instant to,
        double alertAbove,
        int alertFrom,
        Rate overall,
        List<Rate> policies,
        List<Rate> moderators,
        List<Rate> models) {

    /// @param key a policy key, a person's id, a model version; `all` for all of them
    /// @param name for people to read; null where the key is its own name
    /// @param changed decided by CHANGE, which is not counted as overturned
    /// @param share overturned of decided, with its 95 % Wilson interval; null without any
    public record Rate(
            String key,
            @Nullable String name,
            long decided,
            long overturned,
            long changed,
            @Nullable Interval share,
            boolean alert) {}

    public record Interval(double value, double low, double high) {}
}
