package dev.docket.backend.audit;

import dev.docket.backend.platform.LiveEvents;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Hangs new entries on the chain, in the order of their commit as far as a batch can see it.
///
/// Linking at write time would make every writer wait for the one before. So an entry lies unlinked for about a second;
/// taking it away in that second leaves its mark behind, and the check reports that. Desks that show the trail are told
/// of batches and not of entries, which come a thousand at a time.
@Component
class Sealing {
    private static final int BATCH = 500;

    private final AuditRows rows;
    private final HeadSeal seal;
    private final LiveEvents live;
    private final TransactionTemplate transaction;

    Sealing(AuditRows rows, HeadSeal seal, LiveEvents live, TransactionTemplate transaction) {
        this.rows = rows;
        this.seal = seal;
        this.live = live;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 500)
    void sealAll() {
        while (sealBatch() == BATCH) {
            continue;
        }
    }

    private int sealBatch() {
        Integer sealed = transaction.execute(status -> rows.takeSealingLock() ? linkUnsealed() : 0);
        return sealed == null ? 0 : sealed;
    }

    private int linkUnsealed() {
        var entries = rows.takeUnsealed(BATCH);
        if (entries.isEmpty()) {
            return 0;
        }
        var last = rows.lastLink().orElse(new AuditRows.Link(0, Chain.START));
        long sequence = last.sequence();
        byte[] hash = last.hash();
        var links = new ArrayList<AuditRows.Linked>(entries.size());
        for (var entry : entries) {
            sequence++;
            hash = Chain.link(hash, sequence, entry);
            links.add(new AuditRows.Linked(new AuditRows.Link(sequence, hash), entry));
        }
        rows.addLinks(links);
        rows.moveHead(new AuditRows.Head(sequence, hash, seal.sign(sequence, hash)));
        live.publish("audit.sealed", "chain", Map.of("sequence", sequence));
        return entries.size();
    }
}
