package dev.docket.backend.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once from the archive on the class path.
final class Binaries {
    static final String VERSION = "18.6.0";

    private static final Logger log = LoggerFactory.getLogger(Binaries.class);

    private final Path folder;

    private Binaries(Path folder) {
        this.folder = folder;
    }

    /// Unpacks into a folder beside the final one and renames it, so that a start cut short leaves nothing half there.
    static Binaries unpackedUnder(Path parent) {
        Path folder = parent.resolve(VERSION);
        if (Files.isDirectory(folder)) {
            return new Binaries(folder);
        }
        try (var archive = archive()) {
            log.atInfo().addKeyValue("version", VERSION).log("Unpacking PostgreSQL, once");
            Files.createDirectories(parent);
            Path fresh = Files.createTempDirectory(parent, "unpacking-");
            unpack(archive, fresh);
            makeReadable(fresh);
            rename(fresh, folder);
            return new Binaries(folder);
        } catch (IOException e) {
            throw new PostgresFault("cannot unpack PostgreSQL under " + parent + ": " + e.getMessage(), e);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(isWindows() ? name + ".exe" : name).toString();
    }

    static boolean isWindows() {
        return system().startsWith("windows");
    }

    /// The archive's name by operating system and processor, as the binary jars spell it.
    static String archiveName() {
        String arm = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        if (isWindows()) {
            return "postgres-windows-x86_64.txz";
        }
        return "postgres-" + (system().startsWith("mac") ? "darwin-" : "linux-") + arm + ".txz";
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    private static InputStream archive() {
        String name = archiveName();
        var stream = Binaries.class.getResourceAsStream("/" + name);
        if (stream == null) {
            throw new PostgresFault("There is no embedded PostgreSQL for this system (" + name
                    + " is not on the class path). Name a PostgreSQL 15 or newer in DOCKET_DB_URL, DOCKET_DB_USER and"
                    + " DOCKET_DB_PASSWORD.");
        }
        return stream;
    }

    private static void unpack(InputStream archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, into);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        Path target = inside(into, entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, inside(into, entry.getLinkName()));
        } else {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0111) != 0 && !target.toFile().setExecutable(true, false)) {
                throw new IOException("cannot make " + target + " executable");
            }
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("the archive points outside its folder");
        }
        return path;
    }

    /// A temporary folder is private; the programs are not, and `nobody` may have to run them.
    private static void makeReadable(Path folder) throws IOException {
        if (!folder.toFile().setReadable(true, false) || !folder.toFile().setExecutable(true, false)) {
            throw new IOException("cannot open " + folder + " to its readers");
        }
    }

    private static void rename(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            log.atDebug().log("Another start unpacked first");
            delete(fresh);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
