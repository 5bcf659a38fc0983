package dev.docket.backend.platform;

/// A cell of a CSV file (RFC 4180). One that a spreadsheet would take for a formula gets an apostrophe before it:
/// what strangers wrote must not run on the machine of whoever opens the file.
public final class CsvCell {
    private static final String RUNS = "=+-@\t\r";

    private CsvCell() {}

    public static String of(String value) {
        String harmless = !value.isEmpty() && RUNS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return wantsQuotes(harmless) ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private static boolean wantsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
