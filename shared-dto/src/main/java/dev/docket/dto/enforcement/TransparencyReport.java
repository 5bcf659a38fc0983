package dev.docket.dto.enforcement;

import dev.docket.dto.review.ActionType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Implementing Regulation (EU) 2024/2835 asks of a platform in figures, as far as a floor can know them. What it
/// cannot know (orders of authorities, recipients of the service, staff) is not in it.
///
/// @param notices users' reports received in the period
/// @param actions measures that took effect in the period, by policy; a decision counts for its first policy
/// @param automation decisions that took effect, by who took them, and how many were found wrong since
/// @param appeals complaints of authors and reporters
/// @param handling how long decisions took
public record TransparencyReport(
        Instant from,
        Instant to,
        List<Notices> notices,
        List<Actions> actions,
        List<Automation> automation,
        Appeals appeals,
        List<Handling> handling) {

    /// @param policy that was said to be broken; null where none was said
    /// @param category of the EU's list; null where the policy has none
    /// @param acted items acted upon after their report
    /// @param actedByAutomation those of them without a person
    /// @param medianSeconds from report to decision; null while none was decided
    public record Notices(
            @Nullable String policy,
            @Nullable String category,
            long notices,
            long items,
            long acted,
            long actedByAutomation,
            @Nullable Long medianSeconds) {}

    /// @param ownInitiative whether nobody had reported the item before
    /// @param byAutomation whether no person decided
    public record Actions(
            String policy,
            @Nullable String category,
            ActionType action,
            boolean ownInitiative,
            boolean byAutomation,
            long count) {}

    /// @param by `PERSON` or `AUTOMATION`
    /// @param overturned decisions whose finding a later one changed
    /// @param errorRate overturned over decisions; null without decisions
    public record Automation(
            String by,
            long decisions,
            long overturned,
            @Nullable Double errorRate) {}

    /// @param medianSeconds from complaint to decision
    public record Appeals(
            long received,
            long decided,
            long upheld,
            long overturned,
            long changed,
            @Nullable Long medianSeconds) {}

    /// @param medianSeconds from submission to effect
    public record Handling(
            String by, long decisions, @Nullable Long medianSeconds) {}
}
