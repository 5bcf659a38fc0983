package dev.docket.model.packages;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.FolderSource;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.PackageHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A package as one file: a ZIP archive with the package's files and nothing else, no folders
/// in it.
final class PackageArchive {
    private static final int MOST_ENTRIES = 51;
    private static final long MOST_TOTAL = 1_000_000_000;
    private static final int BUFFER = 1 << 16;

    /// Of no meaning, but equal packages shall be equal archives.
    private static final long TIME = 1_767_225_600_000L;

    private final Path target;
    private int entries;
    private long total;

    /// @param target an empty folder, that nothing is written outside of
    PackageArchive(Path target) {
        this.target = target;
    }

    /// Lays the files of an archive or of a folder into the target.
    void lay(Path from) throws ModelFault, IOException {
        if (Files.isDirectory(from)) {
            for (var file : plainFiles(from)) {
                try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                    lay(file.getFileName().toString(), in);
                }
            }
        } else {
            unpack(from);
        }
    }

    private static List<Path> plainFiles(Path folder) throws ModelFault, IOException {
        var files = new ArrayList<Path>();
        try (var found = Files.newDirectoryStream(folder)) {
            for (var file : found) {
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new ModelFault("A package holds plain files only, no folders and no links");
                }
                files.add(file);
            }
        }
        return files;
    }

    private void unpack(Path archive) throws ModelFault, IOException {
        try (var in = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                lay(entry.getName(), in);
            }
        } catch (ZipException e) {
            throw new ModelFault("This is no ZIP archive that can be read", e);
        }
        if (entries == 0) {
            throw new ModelFault("This is neither a ZIP archive with files in it nor a folder with some");
        }
    }

    private void lay(String name, InputStream in) throws ModelFault, IOException {
        if (!FolderSource.isFileName(name)) {
            throw new ModelFault("A package holds plain files only, of plain names");
        }
        var file = target.resolve(name);
        if (++entries > MOST_ENTRIES || Files.exists(file)) {
            throw new ModelFault("The package has too many files, or one of them twice");
        }
        try (var out = Files.newOutputStream(file)) {
            copy(in, out);
        }
    }

    /// Counts what comes out, whatever the archive says of its sizes.
    private void copy(InputStream in, OutputStream out) throws ModelFault, IOException {
        var buffer = new byte[BUFFER];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            total += read;
            if (size > FolderSource.MOST_BYTES || total > MOST_TOTAL) {
                throw new ModelFault("The package is too large: %d bytes a file and %d in all are taken"
                        .formatted(FolderSource.MOST_BYTES, MOST_TOTAL));
            }
            out.write(buffer, 0, read);
        }
    }

    /// Writes a package that has been checked; equal packages give equal archives.
    static void write(PackageHeader header, ModelPackage.Source source, Path archive) throws ModelFault, IOException {
        var names = new ArrayList<>(List.of(ModelPackage.MANIFEST));
        names.addAll(header.files().keySet());
        try (var out = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var name : names) {
                var entry = new ZipEntry(name);
                entry.setTime(TIME);
                out.putNextEntry(entry);
                out.write(source.read(name));
                out.closeEntry();
            }
        }
    }
}
