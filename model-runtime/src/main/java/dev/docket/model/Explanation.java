package dev.docket.model;

import java.util.List;

/// Why one label's logit is what it is: `bias + sum(contribution) = logit`, exactly, because the head is linear.
///
/// @param tokens in text order; for a text of several windows those of the window that gave the score
/// @param bias the head's intercept
/// @param logit before calibration
public record Explanation(List<TokenContribution> tokens, double bias, double logit) {
    public Explanation {
        tokens = List.copyOf(tokens);
    }
}
