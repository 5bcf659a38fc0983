package dev.docket.backend.platform;

/// A cell of a CSV file (RFC 4180). One that a spreadsheet would take for a formula gets an apostrophe before it:
/// what strangers wrote must not run on the machine of whoever opens the file.
public final class CsvCell {
    private static final String RUNS = "=+-@\t\r";

    private CsvCell() {}

    public static String of(String value) {
        String harmless = !value.isEmpty() && RUNS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
