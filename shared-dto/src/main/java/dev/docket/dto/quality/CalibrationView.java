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
    public record Progress(PersonName person, int answered, int of) {}
}
