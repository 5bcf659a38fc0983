package dev.docket.backend.labels;

import dev.docket.backend.platform.Sentence;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Builds a label set in two passes over the same decisions, a page in memory at a time: the first finds out what must
/// stay together and how much there is of what, the second writes the rows, each to its split, and digests them as they
/// will be exported.
@Component
class LabelSetBuilder {
    private static final Sentence READING = Sentence.of("job.reading-decisions", "Reading decisions");
    private static final Sentence WRITING = Sentence.of("job.writing-rows", "Writing rows");
    private static final double FIRST_PASS = 0.3;
    private static final double BOTH = 0.98;

    private final SettledRows source;
    private final StoredLabelSets sets;
    private final JsonMapper json;

    LabelSetBuilder(SettledRows source, StoredLabelSets sets, JsonMapper json) {
        this.source = source;
        this.sets = sets;
        this.json = json;
    }

    /// @param expected about how many rows there are, to tell progress by
    Built build(String version, Definition definition, long expected, Progress progress) {
        var plan = new SplitPlan(definition);
        var told = new Counter(0, FIRST_PASS, expected, progress);
        source.forEachPage(definition, page -> {
            page.forEach(plan::tell);
            told.add(page.size(), READING);
        });
        plan.settle();
        var built =
                new Built(new Tally(definition), new Sizes(new CsvTable(definition.labels(), json)), plan, sha256());
        var written = new Counter(FIRST_PASS, BOTH, Math.max(told.count, 1), progress);
        source.forEachPage(definition, page -> {
            var rows = rows(page, definition, built);
            if (!rows.isEmpty()) {
                sets.append(version, rows);
            }
            written.add(page.size(), WRITING);
        });
        return built;
    }

    private List<StoredLabelSets.Row> rows(List<SettledDecision> page, Definition definition, Built built) {
        var rows = new ArrayList<StoredLabelSets.Row>();
        for (var decision : page) {
            built.plan().place(decision).ifPresent(place -> rows.add(row(decision, place, definition, built)));
        }
        return rows;
    }

    private StoredLabelSets.Row row(
            SettledDecision decision, SplitPlan.Place place, Definition definition, Built built) {
        var row = decision.withoutText(place, definition);
        String kept = Line.keep(row, json);
        var exported = new ExportedRow().of(kept, decision.text());
        byte[] line = Line.bytes(exported);
        built.digest().update(line);
        built.tally().count(row, decision, built.plan().cluster(decision));
        built.sizes().add(row.split(), line.length, exported);
        return new StoredLabelSets.Row(
                built.tally().rows(),
                decision.item(),
                decision.decision(),
                row.split(),
                kept,
                HexFormat.of().formatHex(sha256().digest(line)),
                place.group(),
                row.weight(),
                decision.standing().heldOut(),
                json.writeValueAsString(decision.standing().looks().raters()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Is told how far a set is, and ends its building by throwing.
    interface Progress {
        Progress NOBODY = (share, doing) -> {};

        void at(double share, Sentence doing);
    }

    private static final class Counter {
        private final double from;
        private final double to;
        private final long expected;
        private final Progress progress;
        private long count;

        Counter(double from, double to, long expected, Progress progress) {
            this.from = from;
            this.to = to;
            this.expected = expected;
            this.progress = progress;
        }

        void add(int rows, Sentence doing) {
            count += rows;
            double share = Math.min(1, (double) count / Math.max(expected, 1));
            progress.at(from + (to - from) * share, doing);
        }
    }

    /// What a set came to.
    ///
    /// @param digest of the JSONL export of all rows
    record Built(Tally tally, Sizes sizes, SplitPlan plan, MessageDigest digest) {
        /// In hex; to be asked for once.
        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
