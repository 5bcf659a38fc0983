package dev.docket.backend.filters;

import dev.docket.backend.filters.Lines.Fault;
import dev.docket.backend.filters.Rows.Row;
import dev.docket.dto.filter.ImportProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/// Runs an import: some thousand lines a transaction, and word of each. A faulty line is told
/// and stops none of the others.
final class Imports {
    private static final int CHUNK = 5_000;

    private Imports() {}

    /// Reads a row, or says what is wrong with it.
    interface Reader<T> {
        T read(Row row) throws Fault;
    }

    /// @param add stores a chunk in a transaction of its own and returns how many of it were new
    static <T> void run(Rows rows, Reader<T> reader, ToIntFunction<List<T>> add, Consumer<ImportProgress> progress) {
        long added = 0;
        long known = 0;
        List<Row> chunk;
        do {
            chunk = rows.next(CHUNK);
            var read = new ArrayList<T>(chunk.size());
            var faults = new ArrayList<ImportProgress.Fault>();
            for (Row row : chunk) {
                try {
                    read.add(reader.read(row));
                } catch (Fault fault) {
                    faults.add(new ImportProgress.Fault(row.line(), fault.detail()));
                }
            }
            int fresh = read.isEmpty() ? 0 : add.applyAsInt(read);
            added += fresh;
            known += read.size() - fresh;
            progress.accept(new ImportProgress(rows.line(), added, known, faults, chunk.size() < CHUNK));
        } while (chunk.size() == CHUNK);
    }
}
