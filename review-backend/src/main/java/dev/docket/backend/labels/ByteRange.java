package dev.docket.backend.labels;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of a representation that a `Range` header asks for (RFC 9110, 14.2).
///
/// @param first the first byte, from 0
/// @param last the last byte, inclusive; before `first` when nothing of the range exists
public record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /// Empty for what a server may ignore: other units, several ranges, nonsense.
    static Optional<ByteRange> of(String header, long length) {
        Matcher match = ONE.matcher(header);
        if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (match.group(1).isEmpty()) {
            long tail = Long.parseLong(match.group(2));
            return Optional.of(new ByteRange(tail == 0 ? length : Math.max(0, length - tail), length - 1));
        }
        long first = Long.parseLong(match.group(1));
        long last = match.group(2).isEmpty() ? length - 1 : Long.parseLong(match.group(2));
        return last < first && !match.group(2).isEmpty()
                ? Optional.empty()
                : Optional.of(new ByteRange(first, Math.min(last, length - 1)));
    }

    /// 0 or less when nothing of the range exists.
    public long length() {
        return last - first + 1;
    }
}
