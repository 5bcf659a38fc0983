package dev.docket.backend.registry;

import dev.docket.backend.models.ModelSettings;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.PackageHeader;
import dev.docket.model.artifact.TextPackage;
import dev.docket.model.packages.ModelPackages;
import dev.docket.model.packages.ModelPackages.Listed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The packages of this floor's home, and those that ship with Docket.
@Component
class Shelf {
    private static final Logger log = LoggerFactory.getLogger(Shelf.class);
    /// What is larger is brought to each home by whoever runs it.
    private static final long MOST_SHARED = 64_000_000;
    /// What judges items, and so has a life: what only reads them has none.
    private static final Set<String> JUDGING = Set.of(ModelPackage.KIND, TextPackage.KIND, ImagePackage.KIND);

    private final Path home;
    private final ModelPackages packages;
    private final StoredModels models;

    Shelf(ModelSettings settings, StoredModels models) {
        this.home = settings.home().resolve("models");
        this.packages = new ModelPackages(home);
        this.models = models;
    }

    /// Every whole package of what judges items, those that ship with Docket first.
    List<Listed> whole() {
        try {
            return packages.list().stream()
                    .filter(listed -> listed.broken().isEmpty())
                    .filter(listed -> JUDGING.contains(listed.kind()))
                    .toList();
        } catch (ModelFault unreadable) {
            log.atWarn().addKeyValue("fault", unreadable.getMessage()).log("The models of the home cannot be listed");
            return List.of();
        }
    }

    /// Takes a package in, checked file by file and asked once.
    ///
    /// @throws DomainProblem `model-refused` with the reason; nothing is different then
    PackageHeader add(Path from) {
        try {
            return packages.add(from, JUDGING);
        } catch (ModelFault fault) {
            throw new DomainProblem(RegistryProblem.MODEL_REFUSED, refusal(fault));
        }
    }

    static String refusal(ModelFault fault) {
        return fault.getMessage() + ". Nothing was changed; mend the package and send it again.";
    }

    /// Where a version's files are; for one that another floor took in they are fetched first.
    Optional<ModelPackage.Source> source(String version) {
        try {
            var here = packages.find(version);
            if (here.isEmpty() && fetch(version)) {
                here = packages.find(version);
            }
            return here;
        } catch (ModelFault unreadable) {
            log.atWarn()
                    .addKeyValue("version", version)
                    .addKeyValue("fault", unreadable.getMessage())
                    .log("A model's files cannot be read");
            return Optional.empty();
        }
    }

    /// Its folder in this home; empty for what ships with Docket, which has none.
    Optional<Path> folder(String version) {
        var folder = home.resolve(version);
        return source(version).filter(found -> Files.isDirectory(folder)).map(found -> folder);
    }

    private boolean fetch(String version) throws ModelFault {
        var files = models.files(version);
        if (files.isEmpty()) {
            return false;
        }
        Path incoming = temporary();
        try {
            for (var file : files.entrySet()) {
                Files.write(incoming.resolve(file.getKey()), file.getValue());
            }
            return packages.add(incoming).version().equals(version);
        } catch (IOException e) {
            throw new ModelFault("The files of " + version + " could not be written", e);
        } finally {
            remove(incoming);
        }
    }

    /// A folder of its own in the home, to be removed by whoever asked for it.
    Path temporary() {
        try {
            Files.createDirectories(home);
            return Files.createTempDirectory(home, ".arriving-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path folder) {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            log.atWarn().setCause(e).log("What a package arrived in could not be removed");
        }
    }

    /// Every file with its content; none where that would be too much for a database.
    static Map<String, byte[]> shared(PackageHeader header, ModelPackage.Source source) throws ModelFault {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(ModelPackage.MANIFEST, source.read(ModelPackage.MANIFEST));
        long total = 0;
        for (var name : header.files().keySet()) {
            byte[] content = source.read(name);
            total += content.length;
            if (total > MOST_SHARED) {
                return Map.of();
            }
            files.put(name, content);
        }
        return files;
    }

    /// Whether the package that is here is the one that was registered.
    boolean isRegistered(String version, ModelPackage.Source source) throws ModelFault {
        byte[] here = digest(source.read(ModelPackage.MANIFEST));
        return models.digest(version)
                .map(registered -> Arrays.equals(registered, here))
                .orElse(false);
    }

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
