package dev.docket.backend.filters;

import dev.docket.dto.review.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the filters say of one item.
///
/// @param matches as a task shows them
/// @param demand the gravest thing that they ask for; null when they only tell
public record Sifted(
        List<Evidence.Filter> matches, @Nullable Demand demand) {
    public static final Sifted NOTHING = new Sifted(List.of(), null);

    /// Where the filters themselves failed: a person looks, for what they would have said is
    /// unknown.
    static final Sifted FAILED =
            new Sifted(List.of(), new Demand(null, 2, "The filters failed at this item; a person must see it.", false));

    public Sifted {
        matches = List.copyOf(matches);
    }

    /// This and what the filters say of another part of the same item.
    public Sifted and(Sifted other) {
        var both = new ArrayList<>(matches);
        both.addAll(other.matches);
        boolean graver = demand == null || (other.demand != null && other.demand.severity() > demand.severity());
        return new Sifted(both, graver ? other.demand : demand);
    }

    /// What should become of the item.
    ///
    /// @param policy whose queue it is for; null for the general one
    /// @param severity 1..4
    /// @param reason in words, for the person who will see it
    /// @param acts whether the policy may act instead of a person, if its automatic action is on
    public record Demand(@Nullable String policy, int severity, String reason, boolean acts) {}
}
