package dev.docket.backend.audit;

import dev.docket.dto.audit.AuditVerification;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// One walk along the chain, remembering the first place that does not fit.
final class ChainWalk {
    private long entries;
    private long expected = 1;
    private byte[] previous = Chain.START;
    private @Nullable Long brokenAt;
    private @Nullable String reason;

    /// Walks the chain as the caller's transaction sees it.
    static AuditVerification over(AuditRows rows, HeadSeal seal) {
        var walk = new ChainWalk();
        rows.forEachLink(walk::visit);
        walk.end(rows.head().orElse(null), seal, rows.strays());
        return walk.result(rows.unsealed());
    }

    void visit(AuditRows.Linked linked) {
        entries++;
        if (brokenAt != null) {
            return;
        }
        var link = linked.link();
        var entry = linked.entry();
        if (link.sequence() != expected) {
            breaks(expected, "a link is missing");
        } else if (entry == null) {
            breaks(expected, "the entry of this link is gone or its time was changed");
        } else if (!Arrays.equals(Chain.link(previous, expected, entry), link.hash())) {
            breaks(expected, "the entry was changed or stands in another's place");
        }
        previous = link.hash();
        expected++;
    }

    void end(AuditRows.@Nullable Head head, HeadSeal seal, long strays) {
        if (brokenAt != null) {
            return;
        }
        long last = expected - 1;
        if (head == null ? last > 0 : head.sequence() != last || !Arrays.equals(head.hash(), previous)) {
            breaks(expected, "the chain does not end where its signed end says: it was cut short");
        } else if (head != null && !seal.fits(last, previous, head.signature())) {
            breaks(last, "the chain's end is not signed with this floor's key");
        } else if (strays > 0) {
            breaks(expected, strays + " entries stand outside the chain or were taken away before they were linked");
        }
    }

    private void breaks(long sequence, String why) {
        brokenAt = sequence;
        reason = why;
    }

    AuditVerification result(long unsealed) {
        return new AuditVerification(
                brokenAt == null,
                entries,
                unsealed,
                brokenAt,
                reason,
                entries == 0 ? null : HexFormat.of().formatHex(previous));
    }
}
