package dev.docket.dto.quality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far people who looked at the same item, none knowing of the other, found the same.
///
/// With a policy, everything is about that one: violated or not. Without, a finding is the
/// set of policies violated, and two findings agree when they are the same set. A look that
/// could not decide says nothing.
///
/// @param policy null for all
/// @param from looks from here on
/// @param to and before here
/// @param items with the looks of two people or more
/// @param votes looks at those items
/// @param rawAgreement share of pairs of looks at one item that found the same; null without
///     any
/// @param alpha Krippendorff's, nominal, with the bootstrap's interval over items; null where
///     it is not defined
/// @param pairs of people, those with the most items in common first
/// @param policies each policy by itself, violated or not, in the order the desk shows them
/// @param confusion which policies are mistaken for which, the most frequent first
/// @param raters how each person errs, as estimated from the votes alone
public record AgreementReport(
        @Nullable String policy,
        Instant from,
        Instant to,
        int items,
        int votes,
        @Nullable Double rawAgreement,
        @Nullable Estimate alpha,
        List<Pair> pairs,
        List<OfPolicy> policies,
        List<Confusion> confusion,
        List<Rater> raters) {

    /// Two people.
    ///
    /// @param items both looked at
    /// @param kappa Cohen's; null where chance explains everything
    public record Pair(
            PersonName first,
            PersonName second,
            int items,
            double rawAgreement,
            @Nullable Estimate kappa) {}

    /// One policy, violated or not.
    ///
    /// @param found looks that found it violated
    public record OfPolicy(
            String policy,
            int items,
            int votes,
            int found,
            @Nullable Double rawAgreement,
            @Nullable Estimate alpha) {}

    /// Two looks at one item, of which one found `policy` and the other not that but `against`.
    ///
    /// @param against null where the other found nothing, the same policy where both found it
    public record Confusion(String policy, @Nullable String against, int pairs) {}

    /// One person, by the model of Dawid and Skene, smoothed: of the policy, or of any
    /// violation without one.
    ///
    /// @param accuracy how often right, over items as they occur
    /// @param sensitivity how often a violation is found
    /// @param specificity how often what is none is left alone
    public record Rater(PersonName person, int votes, double accuracy, double sensitivity, double specificity) {}
}
