package dev.docket.backend.platform.json;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads submissions to the letter of their records.
///
/// Two steps, two kinds of refusal. What is not JSON at all (or not UTF-8, or nested beyond reason, or has a key
/// twice) is malformed: 400. What is JSON but not the record asked for is invalid: 422 with a pointer for every
/// fault at once, because a platform's engineer should not have to mend one field a round trip.
///
/// A record's component without `@Nullable` is required. Nothing is converted: a number is never read from a string.
@Component
public class StrictJson {
    private static final int DEEPEST = 32;
    private static final int LONGEST_STRING = 300_000_000;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(1000)
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// @throws DomainProblem of kind `malformed-json`
    /// @throws InvalidInput with everything that is wrong
    public <T> T read(byte[] utf8, Class<T> type) {
        return type.cast(read(utf8, (Type) type));
    }

    /// As above, for text that is decoded already, such as a line of a batch.
    public <T> T read(String json, Class<T> type) {
        return type.cast(bind(parse(json), type));
    }

    /// As above, for generic types such as a map of strings.
    public Object read(byte[] utf8, Type type) {
        return bind(parse(decode(utf8)), type);
    }

    private static Object bind(JsonNode tree, Type type) {
        var errors = new FieldErrors();
        var value = new RecordBinder(errors).bind(tree, type, "");
        errors.throwIfAny();
        return Objects.requireNonNull(value, "a value without a fault");
    }

    /// Strict UTF-8. Decoding leniently would store something other than what was sent.
    public static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The body is not valid UTF-8; send JSON in UTF-8.");
        }
    }

    /// What is wrong with a text that no record binds; null when nothing is.
    public static @Nullable String textFault(String text) {
        return Scalars.textFault(text);
    }

    private JsonNode parse(String json) {
        if (json.isBlank()) {
            throw malformed("The body is empty; send a JSON object.");
        }
        try {
            return mapper.readTree(json);
        } catch (StreamConstraintsException e) {
            throw malformed("The body is nested more than " + DEEPEST
                    + " levels deep, or has a name or number that is too long.");
        } catch (JacksonException e) {
            throw malformed(explain(e));
        }
    }

    /// The parser's own words quote the input, so only the place is passed on.
    private static String explain(JacksonException e) {
        String what = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")
                ? "A field is there twice"
                : "This is not valid JSON";
        var place = e.getLocation();
        return place == null
                ? what + "."
                : "%s at line %d, column %d.".formatted(what, place.getLineNr(), place.getColumnNr());
    }

    private static DomainProblem malformed(String detail) {
        return new DomainProblem(CommonProblem.MALFORMED_JSON, detail);
    }
}
