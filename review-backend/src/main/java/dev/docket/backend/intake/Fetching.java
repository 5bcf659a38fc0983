package dev.docket.backend.intake;

import dev.docket.backend.intake.MediaFetches.Job;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what came of fetching a medium, and lets the item go on when it was the last.
///
/// The item's row is locked first, so of two media of one item that end at once one sees the other, and an item that
/// was erased meanwhile gets nothing. The bytes are in their place before the row speaks of them, as for media that are
/// sent.
@Component
class Fetching {
    private final MediaFetches fetches;
    private final StoredItems items;
    private final MediaStore media;
    private final ApplicationEventPublisher events;

    Fetching(MediaFetches fetches, StoredItems items, MediaStore media, ApplicationEventPublisher events) {
        this.fetches = fetches;
        this.items = items;
        this.media = media;
        this.events = events;
    }

    @Transactional
    void keep(Job job, MediaStore.Staged staged) {
        if (takes(job)) {
            items.holdMedium(staged.name());
            media.keep(staged);
            items.describeMedium(job.item(), job.medium(), staged.name(), null);
            goOn(job);
        }
    }

    /// @param reason in words, for the person who will see the item
    @Transactional
    void giveUp(Job job, String reason) {
        if (takes(job)) {
            items.describeMedium(job.item(), job.medium(), null, reason);
            goOn(job);
        }
    }

    private boolean takes(Job job) {
        return items.lockForMedium(job.item(), job.medium()) && fetches.finish(job);
    }

    private void goOn(Job job) {
        if (!fetches.areLeft(job.item())) {
            events.publishEvent(new ItemsReady(List.of(job.item())));
        }
    }
}
