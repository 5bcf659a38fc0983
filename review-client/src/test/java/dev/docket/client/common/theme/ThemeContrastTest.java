package dev.docket.client.common.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// WCAG contrast over every pair of tokens that meet on the screen.
class ThemeContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+):\\s*(#[0-9a-f]{6,8});");
    private static final List<String> SURFACES = List.of("-surface-0", "-surface-1", "-surface-2", "-surface-float");
    private static final List<String> TEXTS =
            List.of("-text-1", "-text-2", "-text-3", "-accent", "-allow", "-review", "-act");
    private static final List<String> SHAPES = List.of(
            "-severity-1", "-severity-2", "-severity-3", "-severity-4", "-line-strong", "-focus", "-side-1", "-side-2");

    static Stream<Arguments> textPairs() {
        var onSurfaces = pairs(TEXTS, SURFACES);
        var onSoft = Stream.of(
                new String[] {"-on-accent", "-accent"},
                new String[] {"-on-signal", "-act"},
                new String[] {"-on-signal", "-allow"},
                new String[] {"-accent", "-accent-soft"},
                new String[] {"-allow", "-allow-soft"},
                new String[] {"-review", "-review-soft"},
                new String[] {"-act", "-act-soft"},
                new String[] {"-text-1", "-accent-soft"},
                new String[] {"-text-1", "-selection"},
                new String[] {"-text-1", "-tint-1"},
                new String[] {"-text-1", "-tint-2"},
                new String[] {"-text-1", "-tint-3"});
        return inEveryTheme(Stream.concat(onSurfaces, onSoft));
    }

    static Stream<Arguments> shapePairs() {
        return inEveryTheme(pairs(SHAPES, List.of("-surface-0", "-surface-1")));
    }

    @ParameterizedTest
    @MethodSource("textPairs")
    void textIsReadableOnWhatItStandsOn(Theme theme, String text, String surface) {
        double needed = theme == Theme.HIGH_CONTRAST ? 7 : 4.5;
        assertThat(contrast(theme, text, surface)).isGreaterThanOrEqualTo(needed);
    }

    @ParameterizedTest
    @MethodSource("shapePairs")
    void shapesStandOutFromTheirSurface(Theme theme, String shape, String surface) {
        assertThat(contrast(theme, shape, surface)).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyThemeDefinesTheSameTokens(Theme theme) {
        assertThat(tokens(theme)).containsOnlyKeys(tokens(Theme.LIGHT).keySet());
    }

    private static Stream<String[]> pairs(List<String> over, List<String> under) {
        return over.stream().flatMap(top -> under.stream().map(below -> new String[] {top, below}));
    }

    private static Stream<Arguments> inEveryTheme(Stream<String[]> pairs) {
        return pairs.flatMap(pair -> Stream.of(Theme.values()).map(theme -> Arguments.of(theme, pair[0], pair[1])));
    }

    private static double contrast(Theme theme, String one, String other) {
        var tokens = tokens(theme);
        double a = luminance(tokens.get(one));
        double b = luminance(tokens.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Color> tokens(Theme theme) {
        var tokens = new LinkedHashMap<String, Color>();
        TOKEN.matcher(text(theme)).results().forEach(hit -> tokens.put(hit.group(1), Color.web(hit.group(2))));
        return tokens;
    }

    private static String text(Theme theme) {
        try (var palette = theme.palette().openStream()) {
            return new String(palette.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
