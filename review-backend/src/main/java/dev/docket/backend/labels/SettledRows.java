package dev.docket.backend.labels;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Everything that a label set is drawn from, page by page: decisions in effect in the order in
/// which they were taken, then imported labels. Read twice, it tells the same but for what was
/// decided between.
@Component
class SettledRows {
    private final SettledDecisions decisions;
    private final ImportedLabels imported;
    private final StoredSurroundings surroundings;

    SettledRows(SettledDecisions decisions, ImportedLabels imported, StoredSurroundings surroundings) {
        this.decisions = decisions;
        this.imported = imported;
        this.surroundings = surroundings;
    }

    void forEachPage(Definition definition, Consumer<List<SettledDecision>> use) {
        pages(definition, decisions::page, use);
        boolean wanted =
                definition.labelSources().isEmpty() || definition.labelSources().contains(Standing.IMPORTED);
        if (wanted && !definition.imports().isEmpty()) {
            pages(definition, imported::page, use);
        }
    }

    private void pages(Definition definition, Source source, Consumer<List<SettledDecision>> use) {
        @Nullable UUID after = null;
        for (var page = source.page(definition, after); !page.isEmpty(); page = source.page(definition, after)) {
            after = page.getLast().decision();
            var teaching = page.stream()
                    .filter(row -> !row.labels(definition).isEmpty())
                    .toList();
            use.accept(surroundings.complete(teaching, definition).stream()
                    .filter(row -> row.agrees(definition))
                    .toList());
        }
    }

    private interface Source {
        List<SettledDecision> page(Definition definition, @Nullable UUID after);
    }
}
