package dev.docket.backend.quality;

import java.util.random.RandomGenerator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Deals golden items while people work. How long after a decision is left to chance too: the
/// job runs by its own clock.
@Component
class GoldenKeeper {
    private final GoldenDealer dealer;
    private final double share;

    GoldenKeeper(GoldenDealer dealer, QualitySettings settings) {
        this.dealer = dealer;
        this.share = settings.goldenShare();
    }

    @Scheduled(fixedDelay = 7_000, initialDelay = 7_000)
    void deal() {
        if (share > 0) {
            dealer.deal(share, RandomGenerator.getDefault());
        }
    }
}
