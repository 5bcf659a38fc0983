package dev.docket.client.common.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The words of the desk against its code, and German against English.
class CatalogueTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path BUNDLES = Path.of("src", "main", "resources", "dev", "docket", "client", "i18n");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9]*(?:[.][a-zA-Z0-9_-]+)*[.]?)\"");

    @ParameterizedTest
    @MethodSource("features")
    void germanHasWhatEnglishHas(String feature) throws IOException {
        assertThat(read(feature + "_de").stringPropertyNames())
                .isEqualTo(read(feature).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("features")
    void germanTakesTheSameArguments(String feature) throws IOException {
        var english = read(feature);
        var german = read(feature + "_de");
        assertThat(english.stringPropertyNames().stream()
                        .filter(key -> arguments(english, key) != arguments(german, key)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("features")
    void everyKeyIsSaidSomewhere(String feature) throws IOException {
        var literals = literals();
        assertThat(read(feature).stringPropertyNames().stream().filter(key -> !isUsed(key, literals)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("features")
    void everyKeyBelongsToItsFile(String feature) throws IOException {
        assertThat(read(feature).stringPropertyNames()).allMatch(key -> key.startsWith(feature + "."));
    }

    @Test
    void everyWordThatIsSaidIsThere() throws IOException {
        var keys = new TreeSet<String>();
        for (String feature : features().toList()) {
            keys.addAll(read(feature).stringPropertyNames());
        }
        var features = features().collect(Collectors.toSet());
        assertThat(literals().stream()
                        .filter(literal -> literal.contains(".") && !literal.endsWith(".css"))
                        .filter(literal -> features.contains(literal.substring(0, literal.indexOf('.'))))
                        .filter(literal -> keys.stream().noneMatch(key -> isSaidBy(key, literal))))
                .isEmpty();
    }

    @Test
    void aTextThatIsMissingDoesNotTakeTheDeskDown() {
        assertThat(new Messages(Locale.ENGLISH).get("nowhere.to.be-found")).isEqualTo("nowhere.to.be-found");
    }

    @Test
    void aGermanDeskSpeaksGerman() {
        assertThat(new Messages(Locale.GERMANY).get("shell.close")).isEqualTo("Schließen");
    }

    static Stream<String> features() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.contains("_"))
                    .map(name -> name.substring(0, name.length() - ".properties".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static boolean isUsed(String key, Set<String> literals) {
        return literals.stream().anyMatch(literal -> isSaidBy(key, literal));
    }

    /// A literal says a key whole, or begins it up to a dot or a dash that the code goes on from.
    private static boolean isSaidBy(String key, String literal) {
        return key.equals(literal)
                || literal.contains(".")
                        && key.startsWith(literal)
                        && (literal.endsWith(".") || literal.endsWith("-") || key.charAt(literal.length()) == '.')
                || literal.endsWith(".") && key.startsWith(literal);
    }

    /// How many arguments a text takes; one language may inflect by what another only prints.
    private static int arguments(Properties bundle, String key) {
        var format = new MessageFormat(bundle.getProperty(key), Locale.ROOT);
        return format.getFormatsByArgumentIndex().length;
    }

    private static Properties read(String name) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(name + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> literals() throws IOException {
        var literals = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var matcher = LITERAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    literals.add(matcher.group(1));
                }
            }
        }
        return literals;
    }
}
