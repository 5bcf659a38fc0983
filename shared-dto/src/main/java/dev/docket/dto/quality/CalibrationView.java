package dev.docket.dto.quality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A calibration and how far it is.
///
/// @param agreement among its answers alone; null in lists, and before two people answered
///     for one item
public record CalibrationView(
        String id,
        String name,
        PersonName madeBy,
        Instant madeAt,
        int items,
        List<Progress> people,
        @Nullable AgreementReport agreement) {

    /// @param answered of the tasks the person got
    /// @param of how many: an item somebody had looked at before is not put before them again
    /// @param judged answers to items that are golden, or that a supervisor or an appeal settled
    /// @param right of those, that found what was settled
    /// @param accuracy share of `right` with Wilson's interval; null when nothing was judged
    public record Progress(
            PersonName person,
            int answered,
            int of,
            int judged,
            int right,
            @Nullable Estimate accuracy) {}
}
