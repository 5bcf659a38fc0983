package dev.docket.backend.labels;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Builds a label set in two passes over the same decisions, a page in memory at a time: the first finds out what must
/// stay together, the second writes the rows, each to its split, and digests them as they will be exported.
@Component
class LabelSetBuilder {
    private final SettledDecisions decisions;
    private final StoredLabelSets sets;
    private final JsonMapper json;

    LabelSetBuilder(SettledDecisions decisions, StoredLabelSets sets, JsonMapper json) {
        this.decisions = decisions;
        this.sets = sets;
        this.json = json;
    }

    Built build(String version, Definition definition) {
        var groups = new Groups();
        forEachPage(definition, page -> page.forEach(row -> groups.join(row.groupKeys(definition.groupBy()))));
        var built = new Built(new Tally(definition), new Sizes(new CsvTable(definition.labels(), json)), sha256());
        forEachPage(definition, page -> sets.append(version, rows(page, definition, groups, built)));
        return built;
    }

    private void forEachPage(Definition definition, Consumer<List<SettledDecision>> use) {
        @Nullable UUID after = null;
        for (var page = decisions.page(definition, after); !page.isEmpty(); page = decisions.page(definition, after)) {
            use.accept(page.stream()
                    .filter(row -> !row.labels(definition).isEmpty())
                    .toList());
            after = page.getLast().decision();
        }
    }

    /// A decision that took effect between the passes has no group and is not in the set.
    private List<StoredLabelSets.Row> rows(
            List<SettledDecision> page, Definition definition, Groups groups, Built built) {
        var rows = new ArrayList<StoredLabelSets.Row>();
        for (var decision : page) {
            if (groups.knows(decision.itemKey())) {
                String split = groups.split(decision.itemKey(), definition.seed(), definition.splits());
                var row = decision.withoutText(split, definition);
                String kept = Line.keep(row, json);
                byte[] line = Line.bytes(Line.complete(kept, decision.text(), json));
                built.digest().update(line);
                built.tally().count(row, decision.text() != null);
                built.sizes().add(split, line.length, kept, decision.text());
                rows.add(new StoredLabelSets.Row(
                        built.tally().rows(),
                        decision.item(),
                        decision.decision(),
                        split,
                        kept,
                        HexFormat.of().formatHex(sha256().digest(line))));
            }
        }
        return rows;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a set came to.
    ///
    /// @param digest of the JSONL export of all rows
    record Built(Tally tally, Sizes sizes, MessageDigest digest) {
        /// In hex; to be asked for once.
        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
