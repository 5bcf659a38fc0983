package dev.docket.dto.precedents;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Shown;
import dev.docket.dto.review.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody found of all items of a wave: the first person, the second, or whoever settles it.
///
/// @param outcome APPROVE or VIOLATION
/// @param actions absent: the default of the first policy
/// @param reasons for the authors
/// @param except items that are left out and wait as before
/// @param elapsedMs before the wave's items, for the care of whoever looked
/// @param revealed how much of their images and videos was shown at most: NONE, GREY or FULL
/// @param shown for how long what was shown; null counts `elapsedMs` with whatever `revealed` says
public record WaveDecision(
        Outcome outcome,
        @Nullable List<Violation> violations,
        @Nullable List<Action> actions,
        @Nullable String reasons,
        @Nullable List<String> except,
        @Nullable Long elapsedMs,
        @Nullable String revealed,
        @Nullable Shown shown) {}
