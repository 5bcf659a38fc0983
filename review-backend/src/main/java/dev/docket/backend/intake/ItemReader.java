package dev.docket.backend.intake;

import dev.docket.backend.platform.Caller;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.item.ReportView;
import dev.docket.dto.review.Evidence;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reads items for other modules, and draws the whole picture of one for a caller.
@Service
public class ItemReader implements Items {
    private final StoredItems items;
    private final Arrivals arrivals;
    private final ObjectProvider<ItemFacet> facets;

    ItemReader(StoredItems items, Arrivals arrivals, ObjectProvider<ItemFacet> facets) {
        this.items = items;
        this.arrivals = arrivals;
        this.facets = facets;
    }

    @Override
    public Optional<Item> find(UUID id) {
        return items.find(id).map(StoredItems.Row::item);
    }

    public Optional<Item> find(String source, String externalId) {
        return items.find(source, externalId).map(StoredItems.Row::item);
    }

    @Override
    public Map<UUID, Item> findAll(Collection<UUID> ids) {
        var found = new HashMap<UUID, Item>();
        items.findAll(ids).forEach(item -> found.put(item.id(), item));
        return found;
    }

    @Override
    public List<ReportView> reports(UUID id) {
        return items.reports(id);
    }

    @Override
    public Map<UUID, List<ReportView>> reportsOn(Collection<UUID> ids) {
        return items.reportsOn(ids);
    }

    @Override
    public Set<UUID> reported(Collection<UUID> ids) {
        return items.reported(ids);
    }

    @Override
    public List<Evidence.ThreadItem> thread(UUID id) {
        return items.thread(id);
    }

    @Override
    public Map<UUID, List<Evidence.ThreadItem>> threads(Collection<UUID> ids) {
        return items.threads(ids);
    }

    @Override
    public Evidence.History history(UUID id) {
        return items.history(id);
    }

    @Override
    public Map<UUID, Integer> sentByAuthor(Collection<UUID> ids, Duration window, int most) {
        return items.sentByAuthor(ids, window, most);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, LockedItem> lock(Collection<UUID> ids) {
        return items.lock(ids);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveAll(Collection<UUID> ids, ItemState state) {
        if (!ids.isEmpty()) {
            items.moveAll(ids, state);
            ids.forEach(arrivals::announceAfterCommit);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveTo(UUID id, ItemState state) {
        items.moveTo(id, state);
        arrivals.announceAfterCommit(id);
    }

    /// Everything the caller may know of an item.
    @Transactional(readOnly = true)
    public ItemView picture(Item item, Caller caller) {
        var picture = new ItemPicture();
        facets.orderedStream().forEach(facet -> facet.describe(item.id(), caller, picture));
        Item shown = picture.of(item);
        return new ItemView(
                item.id().toString(),
                item.source(),
                item.externalId(),
                shown.state(),
                shown.submittedAt(),
                shown.content(),
                picture.evidence(),
                picture.route(),
                picture.routeReason(),
                picture.samplingProbability(),
                picture.task(),
                picture.decision(),
                Math.toIntExact(items.countReports(item.id())),
                picture.appeals());
    }
}
