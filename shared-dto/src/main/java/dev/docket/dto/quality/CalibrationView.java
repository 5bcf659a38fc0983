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

    /// @param answered of the calibration's items
    public record Progress(PersonName person, int answered) {}
}
