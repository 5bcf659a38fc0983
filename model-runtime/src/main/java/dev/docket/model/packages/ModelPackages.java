package dev.docket.model.packages;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.FolderSource;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.OcrPackage;
import dev.docket.model.artifact.PackageHeader;
import dev.docket.model.artifact.TextPackage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The model packages that a home has: those that ship with Docket, and those in its folder
/// `models`, each in a folder of its version's name.
///
/// A package comes in whole or not at all: it is laid beside the others under another name,
/// checked there, and moved into its place in one step. A version never changes; another model
/// is another version.
public final class ModelPackages {
    private static final List<String> BUILT_IN = List.of("models/docket-text", "models/docket-image");
    /// Every kind of package there is.
    private static final Set<String> KINDS =
            Set.of(ModelPackage.KIND, ImagePackage.KIND, TextPackage.KIND, OcrPackage.KIND);

    private static final String INCOMING = ".incoming-";

    private final Path folder;

    /// @param folder `models` of the home; need not be there yet
    public ModelPackages(Path folder) {
        this.folder = folder;
    }

    /// One package, checked as far as its manifest goes.
    ///
    /// @param version of what is broken, its folder's name
    /// @param kind empty for what is broken
    /// @param broken why it is not used; empty for what is whole as far as can be seen
    public record Listed(String version, String kind, List<String> labels, boolean builtIn, String broken) {}

    /// Every package, those that ship with Docket first, the others by version.
    public List<Listed> list() throws ModelFault {
        var packages = new ArrayList<Listed>();
        for (var builtIn : BUILT_IN) {
            packages.add(listed(builtIn, builtIn(builtIn), true));
        }
        for (var imported : importedFolders()) {
            packages.add(listed(imported.getFileName().toString(), new FolderSource(imported), false));
        }
        return packages;
    }

    private static Listed listed(String name, ModelPackage.Source source, boolean builtIn) {
        try {
            var header = PackageHeader.read(source.read(ModelPackage.MANIFEST));
            boolean misplaced = !builtIn && !header.version().equals(name);
            return misplaced
                    ? new Listed(name, "", List.of(), false, "it says that it is " + header.version())
                    : new Listed(header.version(), header.kind(), header.labels(), builtIn, "");
        } catch (ModelFault e) {
            return new Listed(name, "", List.of(), builtIn, String.valueOf(e.getMessage()));
        }
    }

    private List<Path> importedFolders() throws ModelFault {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.list(folder)) {
            return found.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ModelFault("The folder of model packages cannot be read", e);
        }
    }

    /// Where the files of a version are; empty if there is none of that name.
    public Optional<ModelPackage.Source> find(String version) throws ModelFault {
        for (var builtIn : BUILT_IN) {
            var source = builtIn(builtIn);
            if (PackageHeader.read(source.read(ModelPackage.MANIFEST)).version().equals(version)) {
                return Optional.of(source);
            }
        }
        return importedFolders().stream()
                .filter(path -> path.getFileName().toString().equals(version))
                .findFirst()
                .map(FolderSource::new);
    }

    /// Checks every file of a package and loads its model once.
    ///
    /// @throws ModelFault with the reason, if anything is wrong with it
    public PackageHeader verify(String version) throws ModelFault {
        var header = PackageCheck.check(known(version));
        if (!header.version().equals(version)) {
            throw new ModelFault("The package in the folder '" + version + "' says that it is " + header.version());
        }
        return header;
    }

    /// Takes a package in.
    ///
    /// @param from a ZIP archive, or a folder with the package's files
    /// @return what came in; the same package may come in again, and nothing happens
    /// @throws ModelFault with the reason, and nothing is different from before
    public PackageHeader add(Path from) throws ModelFault {
        return add(from, KINDS);
    }

    /// The same, of certain kinds alone.
    public PackageHeader add(Path from, Set<String> kinds) throws ModelFault {
        if (!Files.exists(from)) {
            throw new ModelFault("There is no file or folder '" + from + "'");
        }
        Path incoming = null;
        try {
            Files.createDirectories(folder);
            incoming = Files.createTempDirectory(folder, INCOMING);
            new PackageArchive(incoming).lay(from);
            refuseStrays(incoming);
            refuseOtherKinds(incoming, kinds);
            var header = PackageCheck.check(new FolderSource(incoming));
            put(incoming, header);
            return header;
        } catch (IOException e) {
            throw new ModelFault("The package could not be written to " + folder, e);
        } finally {
            if (incoming != null) {
                remove(incoming);
            }
        }
    }

    /// What no checksum speaks for has no place in a package.
    private static void refuseStrays(Path incoming) throws ModelFault, IOException {
        var listed = new HashSet<>(PackageHeader.read(new FolderSource(incoming).read(ModelPackage.MANIFEST))
                .files()
                .keySet());
        listed.add(ModelPackage.MANIFEST);
        try (var files = Files.list(incoming)) {
            for (var file : files.toList()) {
                if (!listed.contains(file.getFileName().toString())) {
                    throw new ModelFault("'" + file.getFileName() + "' is not among the manifest's files");
                }
            }
        }
    }

    private static void refuseOtherKinds(Path incoming, Set<String> kinds) throws ModelFault {
        var kind = PackageHeader.read(new FolderSource(incoming).read(ModelPackage.MANIFEST))
                .kind();
        if (KINDS.contains(kind) && !kinds.contains(kind)) {
            throw new ModelFault("A package of kind '" + kind + "' does not come in this way; whoever runs the floor"
                    + " brings it to each home with ./docket models import");
        }
    }

    private void put(Path incoming, PackageHeader header) throws ModelFault, IOException {
        var present = find(header.version());
        if (present.isPresent()) {
            refuseOther(present.get(), incoming, header);
            return;
        }
        Files.move(incoming, folder.resolve(header.version()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void refuseOther(ModelPackage.Source present, Path incoming, PackageHeader header)
            throws ModelFault {
        byte[] here = present.read(ModelPackage.MANIFEST);
        if (!Arrays.equals(here, new FolderSource(incoming).read(ModelPackage.MANIFEST))) {
            throw new ModelFault(
                    "There is another package of version '" + header.version() + "' already; a version never changes");
        }
    }

    private static void remove(Path incoming) {
        try (var files = Files.exists(incoming) ? Files.list(incoming) : java.util.stream.Stream.<Path>empty()) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.deleteIfExists(incoming);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(ModelPackages.class)
                    .warn("What is left of a refused package could not be removed", e);
        }
    }

    /// Writes a package to one file, after checking it.
    ///
    /// @param archive must not be there yet
    public PackageHeader export(String version, Path archive) throws ModelFault {
        var header = verify(version);
        try {
            PackageArchive.write(header, known(version), Files.createFile(archive));
            return header;
        } catch (FileAlreadyExistsException e) {
            throw new ModelFault("'" + archive + "' is there already", e);
        } catch (IOException e) {
            throw new ModelFault("The package could not be written to '" + archive + "'", e);
        }
    }

    private ModelPackage.Source known(String version) throws ModelFault {
        return find(version)
                .orElseThrow(() -> new ModelFault("There is no model package of version '" + version + "'"));
    }

    private static ModelPackage.Source builtIn(String folder) {
        return file -> ClassPath.read(folder + "/" + file);
    }
}
