package dev.docket.client.shell;

import dev.docket.client.common.theme.Theme;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the command line asks for.
///
/// @param theme wanted for this start instead of the one in the settings
public record DeskOptions(URI server, Optional<Theme> theme) {
    public static final String USAGE = "usage: docket console --server URL [--theme light|dark|contrast]";

    private static final Map<String, Theme> THEMES =
            Map.of("light", Theme.LIGHT, "dark", Theme.DARK, "contrast", Theme.HIGH_CONTRAST);

    public static DeskOptions of(List<String> arguments) throws WrongUsage {
        URI server = null;
        Optional<Theme> theme = Optional.empty();
        var left = split(arguments).iterator();
        while (left.hasNext()) {
            String option = left.next();
            switch (option) {
                case "--server" -> server = server(value(option, left));
                case "--theme" -> theme = Optional.of(theme(value(option, left)));
                default -> throw new WrongUsage("does not know '" + option + "'");
            }
        }
        return new DeskOptions(given(server), theme);
    }

    private static URI given(@Nullable URI server) throws WrongUsage {
        if (server == null) {
            throw new WrongUsage("needs --server URL, for example --server http://127.0.0.1:8080");
        }
        return server;
    }

    /// `--name=value` as the two words it stands for.
    private static List<String> split(List<String> arguments) {
        return arguments.stream()
                .flatMap(argument ->
                        argument.startsWith("--") ? Arrays.stream(argument.split("=", 2)) : List.of(argument).stream())
                .toList();
    }

    private static String value(String option, Iterator<String> left) throws WrongUsage {
        if (!left.hasNext()) {
            throw new WrongUsage(option + " needs a value");
        }
        return left.next();
    }

    private static URI server(String value) throws WrongUsage {
        try {
            var server = new URI(value);
            boolean isHttp = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
            if (isHttp && server.getHost() != null) {
                return server;
            }
        } catch (URISyntaxException e) {
            throw new WrongUsage("--server takes an address such as http://127.0.0.1:8080, not '" + value + "'");
        }
        throw new WrongUsage("--server takes an http or https address, not '" + value + "'");
    }

    private static Theme theme(String value) throws WrongUsage {
        var theme = THEMES.get(value);
        if (theme == null) {
            throw new WrongUsage("--theme is light, dark or contrast, not '" + value + "'");
        }
        return theme;
    }
}
