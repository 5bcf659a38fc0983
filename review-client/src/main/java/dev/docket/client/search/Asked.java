package dev.docket.client.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody typed into the one field: words, and what is marked as something else. `author:u-9 cheap watches` asks
/// for words of an author; 64 hexadecimal digits are an image's hash without anybody saying so.
record Asked(@Nullable String words, Map<String, String> marked) {
    private static final List<String> MARKS = List.of("author", "source", "policy");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    static Asked of(String typed) {
        var words = new ArrayList<String>();
        var marked = new LinkedHashMap<String, String>();
        for (var part : typed.strip().split("\\s+")) {
            int colon = part.indexOf(':');
            String mark = colon < 0 ? "" : part.substring(0, colon);
            if (MARKS.contains(mark) && colon + 1 < part.length()) {
                marked.put(mark, part.substring(colon + 1));
            } else if (HASH.matcher(part).matches()) {
                marked.put("hash", part);
            } else if (!part.isEmpty()) {
                words.add(part);
            }
        }
        return new Asked(words.isEmpty() ? null : String.join(" ", words), marked);
    }

    boolean isEmpty() {
        return words == null && marked.isEmpty();
    }

    @Nullable String marked(String mark) {
        return marked.get(mark);
    }
}
