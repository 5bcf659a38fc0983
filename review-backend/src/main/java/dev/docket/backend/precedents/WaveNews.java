package dev.docket.backend.precedents;

import dev.docket.backend.platform.LiveEvents;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells desks how far a wave has come, once the transaction that took it there is committed.
@Component
class WaveNews {
    private final StoredWaves stored;
    private final LiveEvents live;

    WaveNews(StoredWaves stored, LiveEvents live) {
        this.stored = stored;
        this.live = live;
    }

    void tell(UUID wave) {
        stored.progress(wave)
                .ifPresent(news -> live.publish("wave.changed", news.queue() + "/" + wave, news.changed()));
    }
}
