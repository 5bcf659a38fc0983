package dev.docket.backend.insights;

import dev.docket.backend.insights.StoredRouting.Harm;
import dev.docket.backend.insights.StoredRouting.Seen;
import dev.docket.backend.platform.Wilson;
import dev.docket.dto.quality.Estimate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Of what breaks a policy, the share that the machine sent to people.
///
/// What it sent is decided sooner or later: the share found harmful among those decided stands
/// for all that was sent. What it let by is known from the random audit share alone. Each
/// audited item stands for 1/p others, p being the probability it was drawn with (Horvitz and
/// Thompson, 1952), divided by the sum of those weights, since how many items were let by is
/// known exactly (Hájek's ratio). Because the weights are unequal n audited items tell as much
/// as (Σw)²/Σw² equal ones (Kish, 1965); on that number rests a Wilson interval, which unlike a
/// resampled one does not close when the few that were audited held nothing. The interval of
/// the whole takes the far ends of both parts at once, so it is rather too wide than too
/// narrow. What a policy acted on by itself is left out on both sides.
final class Recall {
    private Recall() {}

    /// @return null where nothing harmful was found at all, or nothing that was sent is decided yet
    static @Nullable Estimate of(Seen seen, Harm harm) {
        var sent = Wilson.of(harm.ofSent(), seen.sentDecided());
        if (sent == null || harm.ofSent() == 0 && harm.auditWeight() == 0) {
            return null;
        }
        boolean whole = seen.sentDecided() == seen.sent();
        double caught = seen.sent() * sent.value();
        double least = whole ? caught : Math.max(harm.ofSent(), seen.sent() * sent.low());
        double most = whole ? caught : seen.sent() * sent.high();
        var letBy = letBy(seen, harm);
        return new Estimate(
                share(caught, letBy.value() * seen.letBy()),
                share(least, letBy.high() * seen.letBy()),
                share(most, letBy.low() * seen.letBy()));
    }

    /// The share of what was let by that is harmful.
    private static Estimate letBy(Seen seen, Harm harm) {
        double share = harm.auditWeight() / seen.weight();
        double effective = seen.weight() * seen.weight() / seen.squaredWeight();
        return Objects.requireNonNull(Wilson.ofShare(share, effective));
    }

    private static double share(double caught, double missed) {
        return caught + missed == 0 ? 0 : caught / (caught + missed);
    }
}
