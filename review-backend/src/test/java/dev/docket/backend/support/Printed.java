package dev.docket.backend.support;

import dev.docket.backend.classification.ItemsAssessed;
import dev.docket.backend.intake.Items;
import dev.docket.backend.models.ServingModel;
import dev.docket.model.ModelFault;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/// Has fingerprints taken of items that were put straight into their table, as their assessment would.
public final class Printed {
    private final Items items;
    private final ServingModel model;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    public Printed(Items items, ServingModel model, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.items = items;
        this.model = model;
        this.events = events;
        this.transaction = transaction;
    }

    public UUID item(UUID id) {
        var item = items.find(id).orElseThrow();
        try {
            var embedding = model.score(List.of(item.content().text()), false)
                    .getFirst()
                    .embedding();
            transaction.executeWithoutResult(
                    status -> events.publishEvent(new ItemsAssessed(List.of(new ItemsAssessed.Seen(item, embedding)))));
            return id;
        } catch (ModelFault fault) {
            throw new IllegalStateException(fault);
        }
    }
}
