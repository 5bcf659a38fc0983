package dev.docket.client.supervisor;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.supervisor.QualityFigures.Overturned;
import dev.docket.dto.quality.CalibrationView;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.CreateCalibration;
import dev.docket.dto.quality.GoldenItemView;
import dev.docket.dto.quality.ModeratorQuality;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is settled, and how often people find it. Every call blocks and belongs on a background thread.
public interface TruthApi {
    /// Those that pass, the newest first.
    List<GoldenItemView> goldenItems() throws ApiProblem, Offline;

    /// Lets one pass no more.
    void retire(String goldenId) throws ApiProblem, Offline;

    /// The newest first, without their agreement.
    List<CalibrationView> calibrations() throws ApiProblem, Offline;

    /// With its agreement.
    CalibrationView calibration(String id) throws ApiProblem, Offline;

    CalibrationView calibrate(CreateCalibration request) throws ApiProblem, Offline;

    /// Accuracy and coaching cards of one person.
    ModeratorQuality quality(String personId) throws ApiProblem, Offline;

    /// How often appeals were right against what one person decided, in the last ninety days; empty without any.
    Optional<Overturned> overturned(String personId) throws ApiProblem, Offline;

    /// @return the card, sent
    CoachingCard send(String personId, String itemId, @Nullable String note) throws ApiProblem, Offline;
}
