package dev.docket.backend.quality;

import dev.docket.backend.support.PackedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Annotators' files: `<set>_items.csv.gz` and `<set>_annotations.csv.gz` in the folder that
/// the system property `docket.annotators` or the environment's `DOCKET_ANNOTATORS` names.
final class Annotators {
    private Annotators() {}

    static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty("docket.annotators", System.getenv("DOCKET_ANNOTATORS")))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory);
    }

    /// In the order of the file.
    static List<Annotation> annotations(String set, String task) {
        return rows(set + "_annotations.csv.gz").stream()
                .filter(row -> row.get("task").equals(task))
                .map(row -> new Annotation(row.get("item_id"), row.get("annotator"), row.get("label")))
                .toList();
    }

    static Map<String, String> gold(String set) {
        return column(set, "gold");
    }

    static Map<String, String> texts(String set) {
        return column(set, "text");
    }

    private static Map<String, String> column(String set, String column) {
        var values = new HashMap<String, String>();
        rows(set + "_items.csv.gz").forEach(row -> values.put(row.get("item_id"), row.get(column)));
        return values;
    }

    private static List<Map<String, String>> rows(String file) {
        return PackedTable.rows(folder().orElseThrow().resolve(file));
    }

    record Annotation(String item, String annotator, String label) {}
}
