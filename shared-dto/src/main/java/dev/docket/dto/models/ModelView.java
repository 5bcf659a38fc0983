package dev.docket.dto.models;

import dev.docket.dto.quality.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A model version and where it is in its life.
///
/// @param kind of its package: `heads`, `text` or `image`
/// @param stateSince from when it is in that state
/// @param parent the version that it was retrained from; null if none is known
/// @param labels what it scores, in order
/// @param origin how it came
/// @param labelSet what it was trained on; null if that was not here
/// @param createdAt when it was registered
/// @param by who brought or trained it; null for what ships with Docket or lay in the home
/// @param figures test figures of its package, label to name to value
/// @param gates what it must pass before it may be promoted, as last measured; empty while it was never in shadow
/// @param gatesPassed whether all of them were
/// @param approvals whose word it has, the first first
/// @param approvalsNeeded of how many different people
/// @param canaryShare of the items that its scores count for; null unless it is the canary
/// @param predecessor the champion before it, to which a rollback returns; null if it never was champion
/// @param reason why it was taken back, or is not fit to serve; null where there is nothing to say
/// @param serves whether this floor has it loaded just now
public record ModelView(
        String version,
        String name,
        String kind,
        ModelState state,
        Instant stateSince,
        @Nullable String parent,
        List<String> labels,
        ModelOrigin origin,
        @Nullable String labelSet,
        String licence,
        Instant createdAt,
        @Nullable PersonName by,
        Map<String, Map<String, Double>> figures,
        List<GateView> gates,
        boolean gatesPassed,
        List<Approval> approvals,
        int approvalsNeeded,
        @Nullable Double canaryShare,
        @Nullable String predecessor,
        @Nullable String reason,
        boolean serves) {

    /// One person's word that a model may serve.
    public record Approval(PersonName by, Instant at) {}
}
