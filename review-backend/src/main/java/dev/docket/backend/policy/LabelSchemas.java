package dev.docket.backend.policy;

import dev.docket.dto.policy.SchemaLabel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes labels into the schema that models bring, and says which of them a policy may name.
@Service
public class LabelSchemas {
    /// So many scores an item has at most.
    private static final int MOST = 200;

    private static final Logger log = LoggerFactory.getLogger(LabelSchemas.class);

    private final StoredLabels stored;
    private final Clock clock;

    LabelSchemas(StoredLabels stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /// Gives labels a place that have none, in the caller's transaction. Where none is left a label gets none, and its
    /// scores are not kept.
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<String> labels) {
        var known = new ArrayList<>(labels(stored.all()));
        for (var label : labels) {
            if (!known.contains(label) && known.size() == MOST) {
                log.atWarn().addKeyValue("label", label).log("There is no place for another label");
            } else if (!known.contains(label)) {
                stored.insert(label, known.size(), clock.instant());
                known.add(label);
            }
        }
    }

    /// A model that scores them serves everybody: policies may name them, and may go on doing so.
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(Collection<String> labels) {
        stored.release(labels, clock.instant());
    }

    /// Those of the schema, in its order, and whether a policy may name them.
    public List<SchemaLabel> all() {
        var brought = stored.all();
        var all = LabelSchema.SHIPPED.stream()
                .map(label -> new SchemaLabel(label, true))
                .collect(Collectors.toCollection(ArrayList::new));
        brought.forEach(label -> all.add(new SchemaLabel(label.label(), label.released())));
        return all;
    }

    /// Those that a policy may name.
    Set<String> released() {
        return all().stream()
                .filter(SchemaLabel::released)
                .map(SchemaLabel::label)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<String> labels(List<StoredLabels.Brought> brought) {
        var labels = new ArrayList<>(LabelSchema.SHIPPED);
        brought.forEach(label -> labels.add(label.label()));
        return labels;
    }

    /// What other floors took in is known here. Whoever lets a model serve asks for it first, so that no score of it
    /// is without a place.
    public void refresh() {
        LabelSchema.know(labels(stored.all()));
    }

    @Scheduled(fixedDelay = 5_000)
    void look() {
        try {
            refresh();
        } catch (DataAccessException | TransactionException away) {
            log.atDebug().setCause(away).log("The label schema cannot be read; what is known of it stays");
        }
    }
}
