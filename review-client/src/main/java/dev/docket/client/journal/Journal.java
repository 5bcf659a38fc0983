package dev.docket.client.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One person's files: decisions that wait, and decisions that were refused.
///
/// Only one desk writes them at a time. A decision is in the journal from the moment [#decided] returns until
/// [#close(String)]; as soon as none is open the file is emptied, so that notes do not stay on the disk.
final class Journal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final FileChannel lockChannel;
    private final LineFile decisions;
    private final LineFile refused;
    private final Map<String, Entry.Decided> open = new LinkedHashMap<>();
    private final Map<String, Conflict> conflicts = new LinkedHashMap<>();
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Journal(FileChannel lockChannel, LineFile decisions, LineFile refused) {
        this.lockChannel = lockChannel;
        this.decisions = decisions;
        this.refused = refused;
    }

    /// @throws JournalInUse when another desk has it open
    static Journal in(Path folder) throws IOException, JournalInUse {
        Private.folder(folder);
        var lockFile = folder.resolve("lock");
        Private.file(lockFile);
        var lockChannel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        try {
            if (lock(lockChannel) == null) {
                throw new JournalInUse();
            }
            var journal = new Journal(
                    lockChannel, LineFile.open(folder.resolve("journal")), LineFile.open(folder.resolve("conflicts")));
            journal.replay();
            return journal;
        } catch (JacksonException e) {
            lockChannel.close();
            throw new IOException("the journal was written by a newer desk", e);
        } catch (IOException | JournalInUse e) {
            lockChannel.close();
            throw e;
        }
    }

    /// Decisions that are not acknowledged, oldest first.
    List<Entry.Decided> open() {
        return new ArrayList<>(open.values());
    }

    List<Conflict> conflicts() {
        return List.copyOf(conflicts.values());
    }

    /// Keeps a decision; it is on the disk when this returns.
    void decided(Entry.Decided decided) throws IOException {
        decisions.append(json.writeValueAsBytes(decided));
        open.put(decided.key(), decided);
    }

    /// The decision needs no sending any more.
    void close(String key) {
        open.remove(key);
        try {
            if (open.isEmpty()) {
                decisions.clear();
            } else {
                decisions.append(json.writeValueAsBytes(new Entry.Closed(key)));
            }
        } catch (IOException e) {
            // After a restart it is sent once more under the same key, which the floor answers as it did.
            log.atWarn().setCause(e).log("The journal could not be written; a decision may be sent again");
        }
    }

    /// Moves a decision to the conflicts. It stays open as well when they cannot be written, and is refused again.
    void refuse(Conflict conflict) {
        conflicts.put(conflict.key(), conflict);
        try {
            refused.append(json.writeValueAsBytes(conflict));
        } catch (IOException e) {
            log.atWarn().setCause(e).log("A refused decision could not be kept apart; it stays in the journal");
            return;
        }
        close(conflict.key());
    }

    /// Drops the conflicts that the person has seen.
    void forgetConflicts() {
        try {
            refused.clear();
            conflicts.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (lockChannel;
                decisions;
                refused) {
            log.atDebug().log("Journal closed");
        } catch (IOException e) {
            log.atWarn().setCause(e).log("The journal did not close cleanly");
        }
    }

    private void replay() {
        decisions.found().forEach(line -> replay(json.readValue(line, Entry.class)));
        for (byte[] line : refused.found()) {
            var conflict = json.readValue(line, Conflict.class);
            conflicts.put(conflict.key(), conflict);
        }
    }

    private void replay(Entry entry) {
        switch (entry) {
            case Entry.Decided decided -> open.put(decided.key(), decided);
            case Entry.Closed closed -> open.remove(closed.key());
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
