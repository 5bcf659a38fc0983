package dev.docket.backend.filters;

import dev.docket.backend.filters.Rows.Row;
import dev.docket.dto.filter.BankPurpose;
import dev.docket.dto.filter.HashKind;
import dev.docket.model.filter.Blocklist;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a row of an import says, in the names that Docket, ThreatExchange and its tools use.
final class Lines {
    private static final int LONGEST_TERM = 200;
    private static final int LONGEST_NOTE = 200;
    private static final int MD5_DIGITS = 32;
    private static final int LONG_DIGITS = 64;

    private Lines() {}

    /// @param value as many bytes as its kind has
    record HashLine(
            HashKind kind,
            byte[] value,
            @Nullable String label,
            @Nullable String source,
            @Nullable Integer severity,
            @Nullable Instant expiresAt) {}

    record TermLine(
            String text,
            boolean allowed,
            @Nullable String label,
            @Nullable Integer severity,
            @Nullable Instant expiresAt) {}

    /// What is wrong with a row, for whoever sent it.
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String detail) {
            super(detail, null, false, false);
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }

    /// @param assumed the kind of a hash that does not say its own
    static HashLine hash(Row row, @Nullable HashKind assumed, BankPurpose purpose) throws Fault {
        readable(row);
        String hex = row.get(Row.PLAIN, "hash", "value", "indicator", "rawindicator", "signalstr")
                .orElseThrow(() -> new Fault("has no hash"))
                .toLowerCase(Locale.ROOT);
        if (!hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new Fault("the hash must be hexadecimal");
        }
        HashKind kind = kind(row, hex, assumed);
        if (hex.length() != (kind == HashKind.MD5 ? MD5_DIGITS : LONG_DIGITS)) {
            throw new Fault("a " + kind + " hash has " + (kind == HashKind.MD5 ? MD5_DIGITS : LONG_DIGITS) + " digits");
        }
        if (row.get("shoulddelete").filter(Lines::isYes).isPresent()) {
            throw new Fault("is withdrawn by whoever shared it");
        }
        boolean harmless =
                row.get("status").filter("NON_MALICIOUS"::equalsIgnoreCase).isPresent();
        if (harmless && purpose == BankPurpose.HARMFUL) {
            throw new Fault("is said to be harmless, and belongs in a bank of what is known to be good");
        }
        return new HashLine(
                kind,
                HexFormat.of().parseHex(hex),
                note(row, "label", "labels", "tags", "description"),
                note(row, "source", "owner", "privacymembers"),
                severity(row),
                expiry(row));
    }

    static TermLine term(Row row) throws Fault {
        readable(row);
        String text = row.get(Row.PLAIN, "term", "text", "word", "value", "indicator", "rawindicator")
                .orElseThrow(() -> new Fault("has no term"));
        if (text.length() > LONGEST_TERM || text.indexOf(0) >= 0) {
            throw new Fault("a term has at most " + LONGEST_TERM + " characters, none of them NUL");
        }
        if (!Blocklist.isFindable(text)) {
            throw new Fault("nothing is left to look for without its punctuation");
        }
        boolean allowed = row.get("allowed", "allow").filter(Lines::isYes).isPresent();
        return new TermLine(text, allowed, note(row, "label", "labels", "tags"), severity(row), expiry(row));
    }

    private static void readable(Row row) throws Fault {
        if (row.fault() != null) {
            throw new Fault(row.fault());
        }
    }

    private static boolean isYes(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes") || value.equals("1");
    }

    private static HashKind kind(Row row, String hex, @Nullable HashKind assumed) throws Fault {
        Optional<String> said = row.get("kind", "type", "signaltype", "hashtype", "indicatortype");
        if (said.isPresent()) {
            return switch (said.get()
                    .toUpperCase(Locale.ROOT)
                    .replace("HASH_", "")
                    .replace("-", "")
                    .replace("_", "")) {
                case "PDQ" -> HashKind.PDQ;
                case "SHA256" -> HashKind.SHA256;
                case "MD5", "VIDEOMD5" -> HashKind.MD5;
                default -> throw new Fault("the kind must be PDQ, SHA256 or MD5");
            };
        }
        if (assumed != null) {
            return assumed;
        }
        if (hex.length() == MD5_DIGITS) {
            return HashKind.MD5;
        }
        throw new Fault("does not say whether it is PDQ or SHA256");
    }

    private static @Nullable String note(Row row, String... names) {
        return row.get(names)
                .map(note -> note.replace("\0", ""))
                .map(note -> note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note)
                .orElse(null);
    }

    private static @Nullable Integer severity(Row row) throws Fault {
        String severity = row.get("severity").orElse("").toUpperCase(Locale.ROOT);
        return switch (severity) {
            case "", "UNKNOWN" -> null;
            case "1", "INFO" -> 1;
            case "2", "WARNING" -> 2;
            case "3", "SUSPICIOUS" -> 3;
            case "4", "SEVERE", "APOCALYPSE" -> 4;
            default -> throw new Fault("the severity must be 1 to 4");
        };
    }

    /// A date, a time with its zone, or seconds since 1970.
    private static @Nullable Instant expiry(Row row) throws Fault {
        String at = row.get("expiresat", "expires", "expiredon", "expiretime", "expirationtime")
                .orElse("");
        if (at.isEmpty() || at.equals("0")) {
            return null;
        }
        try {
            if (at.chars().allMatch(Character::isDigit)) {
                return Instant.ofEpochSecond(Long.parseLong(at));
            }
            return at.length() == 10
                    ? LocalDate.parse(at).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(zoned(at)).toInstant();
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw new Fault("the expiry must be a date, a time with its zone, or seconds since 1970");
        }
    }

    /// ThreatExchange writes zones without a colon.
    private static String zoned(String at) {
        return at.matches(".*[+-]\\d{4}") ? at.substring(0, at.length() - 2) + ":" + at.substring(at.length() - 2) : at;
    }
}
