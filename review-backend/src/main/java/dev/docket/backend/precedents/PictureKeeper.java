package dev.docket.backend.precedents;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Hashes images soon after their items were classified.
@Component
class PictureKeeper {
    private static final int BATCH = 4;
    private static final Logger log = LoggerFactory.getLogger(PictureKeeper.class);

    private final Fingerprints fingerprints;

    PictureKeeper(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    @Scheduled(fixedDelay = 500)
    void readPictures() {
        int done = BATCH;
        while (done == BATCH) {
            done = fingerprints.readPictures(BATCH);
            if (done > 0) {
                log.atDebug().addKeyValue("items", done).log("Images hashed");
            }
        }
    }
}
