package dev.docket.backend.platform.json;

import dev.docket.backend.platform.FieldErrors;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns a JSON tree into records, noting every fault with its pointer instead of stopping at the first.
///
/// A faulty part binds to null; a record with a faulty part is not built. The value is good only when nothing was
/// noted.
final class RecordBinder {
    /// A hostile body could otherwise ask for an answer many times its own size.
    private static final int MOST_ERRORS = 100;

    private final FieldErrors errors;

    RecordBinder(FieldErrors errors) {
        this.errors = errors;
    }

    @Nullable Object bind(JsonNode node, Type type, String pointer) {
        if (node.isNull()) {
            return fault(pointer, "must not be null");
        }
        if (type instanceof ParameterizedType generic) {
            return bindContainer(node, generic, pointer);
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException("cannot read " + type);
        }
        if (plain == JsonNode.class) {
            return node;
        }
        return plain.isRecord() ? bindRecord(node, RecordShape.of(plain), pointer) : bindScalar(node, plain, pointer);
    }

    private @Nullable Object bindScalar(JsonNode node, Class<?> type, String pointer) {
        var result = Scalars.read(node, type);
        return result.fault() == null ? result.value() : fault(pointer, result.fault());
    }

    private @Nullable Object bindRecord(JsonNode node, RecordShape shape, String pointer) {
        if (!node.isObject()) {
            return fault(pointer, "must be an object");
        }
        int before = errors.list().size();
        for (var name : node.propertyNames()) {
            if (!shape.has(name) && !full()) {
                errors.addUnknown(child(pointer, name));
            }
        }
        var values = new ArrayList<@Nullable Object>();
        for (var component : shape.components()) {
            values.add(bindComponent(node.get(component.name()), component, child(pointer, component.name())));
        }
        return errors.list().size() > before ? null : build(shape, values, pointer);
    }

    private @Nullable Object bindComponent(@Nullable JsonNode node, RecordShape.Component component, String pointer) {
        if (node == null || node.isNull()) {
            return component.required() ? fault(pointer, node == null ? "is required" : "must not be null") : null;
        }
        return bind(node, component.type(), pointer);
    }

    private @Nullable Object build(RecordShape shape, List<@Nullable Object> values, String pointer) {
        try {
            return shape.build(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return fault(pointer, "is not valid");
            }
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object bindContainer(JsonNode node, ParameterizedType type, String pointer) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return bindList(node, arguments[0], pointer);
        }
        if (type.getRawType() == Set.class) {
            var list = bindList(node, arguments[0], pointer);
            return list == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(list));
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return bindMap(node, arguments[1], pointer);
        }
        throw new IllegalArgumentException("cannot read " + type);
    }

    private @Nullable List<@Nullable Object> bindList(JsonNode node, Type element, String pointer) {
        if (!node.isArray()) {
            fault(pointer, "must be a list");
            return null;
        }
        var list = new ArrayList<@Nullable Object>(node.size());
        for (int i = 0; i < node.size() && !full(); i++) {
            list.add(bind(node.get(i), element, pointer + "/" + i));
        }
        return Collections.unmodifiableList(list);
    }

    private @Nullable Map<String, @Nullable Object> bindMap(JsonNode node, Type value, String pointer) {
        if (!node.isObject()) {
            fault(pointer, "must be an object");
            return null;
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : node.properties()) {
            String place = child(pointer, entry.getKey());
            var fault = Scalars.textFault(entry.getKey());
            map.put(
                    entry.getKey(),
                    fault == null ? bind(entry.getValue(), value, place) : fault(place, "its name " + fault));
        }
        return Collections.unmodifiableMap(map);
    }

    private @Nullable Object fault(String pointer, String detail) {
        if (!full()) {
            errors.add(pointer, detail);
        }
        return null;
    }

    private boolean full() {
        return errors.list().size() >= MOST_ERRORS;
    }

    private static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
