package dev.docket.backend;

import dev.docket.model.Profile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the floor was asked to start, by options first and the environment second.
///
/// @param port 0 for any free one
/// @param gpu run models on the graphics card or not at all
/// @param profile what the models are to be good at; null for what the settings say
record FloorOptions(
        boolean demo,
        int port,
        Path home,
        String bind,
        boolean gpu,
        @Nullable Profile profile) {
    private static final int DEFAULT_PORT = 8080;
    private static final int LARGEST_PORT = 65_535;

    /// What was typed cannot be understood; the message says which option.
    static final class WrongUsage extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongUsage(String message) {
            super(message + "\nUsage: [--demo] [--port N] [--home DIR] [--bind ADDRESS] [--gpu] [--profile NAME]");
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    static FloorOptions parse(String[] args, Map<String, String> environment) {
        var parser = new Parser(environment);
        var rest = new ArrayList<>(List.of(args));
        while (!rest.isEmpty()) {
            parser.accept(rest);
        }
        return parser.options();
    }

    String[] asSpringArguments() {
        var arguments = new ArrayList<>(List.of(
                "--server.port=" + port, "--server.address=" + bind, "--docket.home=" + home, "--docket.gpu=" + gpu));
        if (profile != null) {
            arguments.add("--docket.model.profile=" + profile);
        }
        return arguments.toArray(String[]::new);
    }

    private static final class Parser {
        private boolean demo;
        private boolean gpu;
        private String bind = "127.0.0.1";
        private Path home;
        private int port;
        private @Nullable Profile profile;

        Parser(Map<String, String> environment) {
            home = path(environment.getOrDefault("DOCKET_HOME", ""), "DOCKET_HOME");
            port = port(environment.getOrDefault("DOCKET_PORT", ""), "DOCKET_PORT");
        }

        void accept(List<String> rest) {
            String[] parts = rest.removeFirst().split("=", 2);
            String option = parts[0];
            String attached = parts.length == 2 ? parts[1] : null;
            switch (option) {
                case "--demo" -> demo = flag(option, attached);
                case "--gpu" -> gpu = flag(option, attached);
                case "--port" -> port = port(value(option, attached, rest), option);
                case "--home" -> home = path(value(option, attached, rest), option);
                case "--profile" -> profile = profile(value(option, attached, rest), option);
                case "--bind" -> bind = value(option, attached, rest);
                default -> throw new WrongUsage("There is no option '" + option + "'.");
            }
        }

        FloorOptions options() {
            return new FloorOptions(demo, port, home, bind, gpu, profile);
        }

        private static boolean flag(String option, @Nullable String attached) {
            if (attached != null) {
                throw new WrongUsage(option + " takes no value.");
            }
            return true;
        }

        private static String value(String option, @Nullable String attached, List<String> rest) {
            String value = attached != null ? attached : rest.isEmpty() ? "" : rest.removeFirst();
            if (value.isBlank() || (attached == null && value.startsWith("--"))) {
                throw new WrongUsage(option + " needs a value.");
            }
            return value;
        }

        private static int port(String text, String option) {
            if (text.isBlank()) {
                return DEFAULT_PORT;
            }
            try {
                int port = Integer.parseInt(text.strip());
                if (port >= 0 && port <= LARGEST_PORT) {
                    return port;
                }
            } catch (NumberFormatException notANumber) {
                // Told below, with what was typed.
            }
            throw new WrongUsage(option + " takes a number from 0 to 65535, not '" + text + "'.");
        }

        private static Profile profile(String text, String option) {
            try {
                return Profile.valueOf(text.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new WrongUsage(option + " takes one of "
                        + Arrays.toString(Profile.values()).toLowerCase(Locale.ROOT) + ", not '" + text + "'.");
            }
        }

        private static Path path(String text, String option) {
            try {
                return (text.isBlank() ? Path.of(System.getProperty("user.home"), ".docket") : Path.of(text))
                        .toAbsolutePath()
                        .normalize();
            } catch (InvalidPathException e) {
                throw new WrongUsage(option + " takes a folder, not '" + text + "'.");
            }
        }
    }
}
