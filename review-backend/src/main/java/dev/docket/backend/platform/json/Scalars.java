package dev.docket.backend.platform.json;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.backend.platform.Ids;
import java.lang.reflect.Method;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Single values, without any conversion between kinds.
final class Scalars {
    private Scalars() {}

    /// @param value meaningful when there is no fault
    record Result(@Nullable Object value, @Nullable String fault) {
        static Result of(Object value) {
            return new Result(value, null);
        }

        static Result faulty(String fault) {
            return new Result(null, fault);
        }
    }

    static Result read(JsonNode node, Class<?> type) {
        if (type == String.class) {
            return text(node);
        }
        if (type.isEnum()) {
            return constant(node, type);
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? Result.of(node.booleanValue()) : Result.faulty("must be true or false");
        }
        if (type == Instant.class) {
            return instant(node);
        }
        if (type == UUID.class) {
            return id(node);
        }
        return number(node, type);
    }

    private static Result text(JsonNode node) {
        if (!node.isString()) {
            return Result.faulty("must be a string");
        }
        String text = node.stringValue();
        String fault = textFault(text);
        return fault == null ? Result.of(text) : Result.faulty(fault);
    }

    /// Text that PostgreSQL cannot keep as it was sent.
    static @Nullable String textFault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "must not contain NUL";
            }
            if (Character.isSurrogate(c)) {
                if (!isPair(text, i)) {
                    return "must not contain half a surrogate pair";
                }
                i++;
            }
        }
        return null;
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    private static Result number(JsonNode node, Class<?> type) {
        if (type == double.class || type == Double.class) {
            return node.isNumber() && Double.isFinite(node.doubleValue())
                    ? Result.of(node.doubleValue())
                    : Result.faulty("must be a number");
        }
        if (type == int.class || type == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt()
                    ? Result.of(node.intValue())
                    : Result.faulty("must be a whole number of 32 bits");
        }
        if (type == long.class || type == Long.class) {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? Result.of(node.longValue())
                    : Result.faulty("must be a whole number of 64 bits");
        }
        throw new IllegalArgumentException("cannot read " + type);
    }

    private static Result instant(JsonNode node) {
        try {
            return node.isString()
                    ? Result.of(OffsetDateTime.parse(node.stringValue()).toInstant())
                    : Result.faulty("must be an RFC 3339 instant such as 2026-11-20T10:00:00Z");
        } catch (DateTimeException e) {
            return Result.faulty("must be an RFC 3339 instant such as 2026-11-20T10:00:00Z");
        }
    }

    private static Result id(JsonNode node) {
        return node.isString()
                ? Ids.parse(node.stringValue()).map(Result::of).orElseGet(() -> Result.faulty("must be a UUID"))
                : Result.faulty("must be a UUID");
    }

    private static Result constant(JsonNode node, Class<?> type) {
        var constants = type.getEnumConstants();
        if (node.isString()) {
            for (var constant : constants) {
                if (wireName(constant).equals(node.stringValue())) {
                    return Result.of(constant);
                }
            }
        }
        return Result.faulty("must be one of "
                + Arrays.stream(constants).map(Scalars::wireName).collect(Collectors.joining(", ")));
    }

    private static String wireName(Object constant) {
        for (Method method : constant.getClass().getMethods()) {
            if (method.isAnnotationPresent(JsonValue.class)) {
                try {
                    return (String) method.invoke(constant);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return ((Enum<?>) constant).name();
    }
}
