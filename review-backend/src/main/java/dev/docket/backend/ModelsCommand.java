package dev.docket.backend;

import dev.docket.backend.platform.Terminal;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.PackageHeader;
import dev.docket.model.convert.ConvertNsfwjs;
import dev.docket.model.convert.ConvertPpOcr;
import dev.docket.model.packages.ModelPackages;
import dev.docket.model.packages.ModelPackages.Listed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// `models list|verify|import|export|convert`: the model packages of a home, whether a floor
/// runs there or not.
final class ModelsCommand {
    private static final String USAGE =
            "models knows list, verify [VERSION], import FILE_OR_FOLDER, export VERSION FILE and convert ARCHIVE FOLDER;"
                    + " all take --home DIR.";

    private ModelsCommand() {}

    /// @return exit status: 0 done, 1 a package is broken or was refused
    static int run(String[] args, Map<String, String> environment) {
        int words = (int)
                Arrays.stream(args).takeWhile(word -> !word.startsWith("--")).count();
        var options = FloorOptions.parse(Arrays.copyOfRange(args, words, args.length), environment);
        var packages = new ModelPackages(options.home().resolve("models"));
        try {
            return run(List.of(args).subList(0, words), packages);
        } catch (ModelFault e) {
            Terminal.complain(String.valueOf(e.getMessage()));
            return Floor.FAILED;
        } catch (IOException e) {
            Terminal.complain("A file could not be read or written: " + e.getMessage());
            return Floor.FAILED;
        }
    }

    private static int run(List<String> words, ModelPackages packages) throws ModelFault, IOException {
        var verb = words.isEmpty() ? "" : words.getFirst();
        return switch (verb + " " + Math.max(0, words.size() - 1)) {
            case "list 0" -> list(packages);
            case "verify 0" -> verifyAll(packages);
            case "verify 1" -> say("is whole", packages.verify(words.get(1)));
            case "import 1" -> say("is in", packages.add(Path.of(words.get(1))));
            case "export 2" -> say("went out", packages.export(words.get(1), Path.of(words.get(2))));
            case "convert 2" -> convert(words.get(1), words.get(2));
            default -> throw new FloorOptions.WrongUsage(USAGE);
        };
    }

    private static int list(ModelPackages packages) throws ModelFault {
        packages.list().forEach(listed -> Terminal.say(inWords(listed)));
        return 0;
    }

    private static String inWords(Listed listed) {
        return listed.broken().isEmpty()
                ? "%-24s %-6s %s  %s"
                        .formatted(
                                listed.version(),
                                listed.kind(),
                                listed.builtIn() ? "ships with Docket" : "imported         ",
                                String.join(", ", listed.labels()))
                : "%-24s broken: %s".formatted(listed.version(), listed.broken());
    }

    /// Goes on after a broken one, so that all of them are told at once.
    private static int verifyAll(ModelPackages packages) throws ModelFault {
        int status = 0;
        for (var listed : packages.list()) {
            try {
                say("is whole", packages.verify(listed.version()));
            } catch (ModelFault e) {
                Terminal.complain(listed.version() + " is broken: " + e.getMessage());
                status = Floor.FAILED;
            }
        }
        return status;
    }

    private static int convert(String archive, String folder) throws ModelFault, IOException {
        var arguments = new String[] {archive, folder};
        if (ConvertPpOcr.takes(Files.readAllBytes(Path.of(archive)))) {
            ConvertPpOcr.main(arguments);
        } else {
            ConvertNsfwjs.main(arguments);
        }
        Terminal.say("The package is in " + folder + ".");
        return 0;
    }

    private static int say(String what, PackageHeader header) {
        var labels = header.labels().isEmpty() ? "" : ", " + String.join(", ", header.labels());
        Terminal.say("%s %s: %s%s.".formatted(header.version(), what, header.kind(), labels));
        return 0;
    }
}
