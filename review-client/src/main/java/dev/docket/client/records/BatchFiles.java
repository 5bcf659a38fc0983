package dev.docket.client.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The files of one export in a folder of their own: a file a batch, as the EU's database takes it, and a manifest of
/// them with their digests.
final class BatchFiles {
    private static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final Period period;
    private final List<Entry> entries = new ArrayList<>();

    private BatchFiles(Path folder, Period period) {
        this.folder = folder;
        this.period = period;
    }

    private record Entry(String file, int statements, String sha256) {}

    /// @throws java.nio.file.FileAlreadyExistsException rather than mixing two exports
    static BatchFiles in(Path folder, Period period) throws IOException {
        return new BatchFiles(Files.createDirectory(folder), period);
    }

    void add(RecordsApi.Batch batch) throws IOException {
        String name = String.format(Locale.ROOT, "statements-%04d.json", entries.size() + 1);
        byte[] body = batch.body().getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(name), body);
        entries.add(new Entry(name, batch.statements(), sha256(body)));
    }

    /// @param complete whether every batch of the period is there
    void close(boolean complete) throws IOException {
        Files.writeString(folder.resolve(MANIFEST), """
                {
                  "format": "EU DSA Transparency Database, statements of reasons",
                  "from": "%s",
                  "to": "%s",
                  "complete": %b,
                  "statements": %d,
                  "batches": [%s
                  ]
                }
                """.formatted(
                        period.begins(), period.ends(), complete, statements(), batches()));
    }

    private int statements() {
        return entries.stream().mapToInt(Entry::statements).sum();
    }

    private String batches() {
        return entries.stream()
                .map(entry -> """

                            {"file": "%s", "statements": %d, "sha256": "%s"}""".formatted(entry.file(), entry.statements(), entry.sha256()))
                .collect(Collectors.joining(","));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
