package dev.docket.model.artifact;

import dev.docket.model.ModelFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The files of a package that lies in a folder: plain ones, directly in it, of a bearable size.
///
/// @param folder that everything is read from, and nothing from outside it
public record FolderSource(Path folder) implements ModelPackage.Source {
    /// Bytes of the largest file that is read.
    public static final long MOST_BYTES = 500_000_000;

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /// Whether a name may stand for a file of a package: it names nothing outside the package's
    /// folder.
    public static boolean isFileName(String name) {
        return FILE.matcher(name).matches() && !name.contains("..");
    }

    @Override
    public byte[] read(String file) throws ModelFault {
        if (!isFileName(file)) {
            throw new ModelFault("A package has no files of such a name: '" + shortened(file) + "'");
        }
        var path = folder.resolve(file);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new ModelFault("'" + file + "' is missing, or is no plain file");
        }
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new ModelFault("'%s' is larger than %d bytes".formatted(file, MOST_BYTES));
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new ModelFault("'" + file + "' cannot be read", e);
        }
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
