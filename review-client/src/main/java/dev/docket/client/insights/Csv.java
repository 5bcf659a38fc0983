package dev.docket.client.insights;

import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Figures as comma-separated values, as RFC 4180 has them: numbers in full and with a point, whatever the language.
final class Csv {
    private static final String END = "\r\n";
    private static final String HEAD = "panel,unit,key,name,at,value,low,high,of,target,missed";

    private Csv() {}

    static String of(Insight insight) {
        return HEAD
                + END
                + insight.figures().stream()
                        .map(figure -> line(insight, figure) + END)
                        .collect(Collectors.joining());
    }

    private static String line(Insight insight, Figure figure) {
        return Stream.<@Nullable Object>of(
                        insight.panel(),
                        insight.currency() == null ? insight.unit().name() : insight.currency(),
                        figure.key(),
                        figure.name(),
                        figure.at(),
                        figure.value(),
                        figure.low(),
                        figure.high(),
                        figure.of(),
                        figure.target(),
                        figure.missed())
                .map(Csv::cell)
                .collect(Collectors.joining(","));
    }

    /// Names may begin like a formula; a spreadsheet must not read them as one.
    static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        if (value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.chars().anyMatch(at -> at == ',' || at == '"' || at == '\n' || at == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
