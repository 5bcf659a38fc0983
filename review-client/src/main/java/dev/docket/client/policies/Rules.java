package dev.docket.client.policies;

import dev.docket.dto.people.Role;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.review.ActionType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a policy says besides its text and thresholds, as somebody is writing it. Whatever is changed,
/// the rest is brought along so that the whole can be published.
///
/// @param graceSeconds null leaves it to the severity
/// @param dsaCategory null for not said
public record Rules(
        Severities severities,
        Measures measures,
        Deciders deciders,
        @Nullable Integer graceSeconds,
        @Nullable String dsaCategory,
        boolean active) {
    /// The severities a finding may have, and which one it has by default.
    public record Severities(int lowest, int usual, int highest) {
        Severities from(int next) {
            return new Severities(next, Math.max(usual, next), Math.max(highest, next));
        }

        Severities to(int next) {
            return new Severities(Math.min(lowest, next), Math.min(usual, next), next);
        }

        Severities usually(int next) {
            return new Severities(Math.min(lowest, next), next, Math.max(highest, next));
        }
    }

    /// The actions that may be taken, in the order of their weight, and which one is by default.
    public record Measures(List<ActionType> allowed, ActionType usual) {
        /// The last one stays.
        Measures allowing(ActionType type, boolean on) {
            var next = Arrays.stream(ActionType.values())
                    .filter(one -> one == type ? on : allowed.contains(one))
                    .toList();
            if (next.isEmpty()) {
                return this;
            }
            return new Measures(next, next.contains(usual) ? usual : next.getLast());
        }

        Measures usually(ActionType next) {
            return new Measures(allowed, next);
        }
    }

    /// Who may decide: from which role on, and trained in what.
    public record Deciders(Role from, List<String> skills) {
        Deciders from(Role next) {
            return new Deciders(next, skills);
        }

        /// @param typed words between commas
        Deciders trainedIn(String typed) {
            return new Deciders(
                    from,
                    Arrays.stream(typed.split(","))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .distinct()
                            .sorted()
                            .toList());
        }
    }

    static Rules of(PolicyView policy) {
        return new Rules(
                new Severities(policy.minSeverity(), policy.defaultSeverity(), policy.maxSeverity()),
                new Measures(policy.allowedActions(), policy.defaultAction()),
                new Deciders(policy.minimumRole(), policy.skills()),
                policy.graceSeconds(),
                policy.dsaCategory(),
                policy.active());
    }

    Rules with(Severities next) {
        return new Rules(next, measures, deciders, graceSeconds, dsaCategory, active);
    }

    Rules with(Measures next) {
        return new Rules(severities, next, deciders, graceSeconds, dsaCategory, active);
    }

    Rules with(Deciders next) {
        return new Rules(severities, measures, next, graceSeconds, dsaCategory, active);
    }

    Rules withGrace(@Nullable Integer seconds) {
        return new Rules(severities, measures, deciders, seconds, dsaCategory, active);
    }

    Rules withCategory(@Nullable String category) {
        return new Rules(severities, measures, deciders, graceSeconds, category, active);
    }

    Rules inUse(boolean next) {
        return new Rules(severities, measures, deciders, graceSeconds, dsaCategory, next);
    }
}
