package dev.docket.client.common.portion;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// One JSON document with a list in it, as ThreatExchange answers, read an entry at a time: each goes to the floor as a
/// line of its own, so that a large document fills no memory, can be stopped, and says how far it is like any other
/// file.
///
/// The list is the document itself, or the first in its object that holds objects; what else the object says
/// (`paging`) is passed over.
final class ImportDocument implements Portions {
    private static final int ENTRIES = 5_000;
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonParser parser;
    private final long size;
    private @Nullable JsonToken token;
    private long entries;
    private @Nullable JacksonException broken;

    private ImportDocument(JsonParser parser, @Nullable JsonToken first, long size) {
        this.parser = parser;
        this.token = first;
        this.size = size;
    }

    static ImportDocument open(Path file) throws IOException {
        var parser = parser(file);
        try {
            return new ImportDocument(parser, firstEntry(parser), Math.max(1, Files.size(file)));
        } catch (JacksonException malformed) {
            parser.close();
            throw new IOException("not a document", malformed);
        }
    }

    /// Whether a file is one document. Many files with that ending hold an object a line.
    static boolean is(Path file) throws IOException {
        try (var parser = parser(file)) {
            return firstEntry(parser) != null && isAlone(parser);
        } catch (JacksonException malformed) {
            return false;
        }
    }

    private static JsonParser parser(Path file) throws IOException {
        return JSON.createParser(new BufferedInputStream(Files.newInputStream(file)));
    }

    /// Whether nothing follows the document that the parser is in the middle of. One that breaks off is alone.
    private static boolean isAlone(JsonParser parser) {
        try {
            while (!parser.streamReadContext().inRoot()) {
                parser.nextToken();
            }
            return parser.nextToken() == null;
        } catch (JacksonException brokenOff) {
            return true;
        }
    }

    /// Null when there is no list, or nothing in it.
    private static @Nullable JsonToken firstEntry(JsonParser parser) {
        var first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            return entry(parser);
        }
        var name = first == JsonToken.START_OBJECT ? parser.nextToken() : null;
        while (name == JsonToken.PROPERTY_NAME) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    return JsonToken.START_OBJECT;
                }
                passOver(parser);
            } else {
                parser.skipChildren();
            }
            name = parser.nextToken();
        }
        return null;
    }

    private static @Nullable JsonToken entry(JsonParser parser) {
        var token = parser.nextToken();
        return token == JsonToken.END_ARRAY ? null : token;
    }

    /// From an entry of a list to its end.
    private static void passOver(JsonParser parser) {
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
    }

    @Override
    public Portion next() throws IOException {
        if (broken != null) {
            throw new IOException("not a document from here on", broken);
        }
        var body = new StringBuilder();
        long first = entries;
        try {
            while (token != null && entries - first < ENTRIES && body.length() < MOST_CHARACTERS) {
                body.append(parser.readValueAsTree().toString()).append('\n');
                entries++;
                token = entry(parser);
            }
        } catch (JacksonException malformed) {
            broken = malformed;
        }
        long at = Math.max(0, parser.currentLocation().getByteOffset());
        return new Portion(
                Portion.NDJSON,
                body.toString(),
                first,
                token == null ? 1 : Math.min(1, (double) at / size),
                token == null);
    }

    @Override
    public boolean isList() {
        return true;
    }

    @Override
    public void close() {
        parser.close();
    }
}
