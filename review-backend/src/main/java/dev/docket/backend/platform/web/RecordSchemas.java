package dev.docket.backend.platform.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Teaches the OpenAPI document what records say already: a component without `@Nullable` is
/// always there, one with it may be null. Nested records carry their outer record's name, so that
/// two `Score`s do not become one. A tree may be anything.
@Component
class RecordSchemas implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (raw == JsonNode.class) {
            return new Schema<>();
        }
        boolean nested =
                raw.getEnclosingClass() != null && raw.getEnclosingClass().isRecord();
        if (nested && type.getName() == null) {
            type.name(raw.getEnclosingClass().getSimpleName() + raw.getSimpleName());
        }
        var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null && raw.isRecord()) {
            refine(definition(schema, context), raw.getRecordComponents());
        }
        return schema;
    }

    private static Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        var defined = context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        return defined == null ? schema : defined;
    }

    private static void refine(Schema<?> definition, RecordComponent[] components) {
        var properties = definition.getProperties();
        if (properties == null) {
            return;
        }
        var required = new ArrayList<String>();
        for (var component : components) {
            String name = wireName(component);
            var property = properties.get(name);
            if (property == null) {
                continue;
            }
            var description = component.getAccessor().getAnnotation(JsonPropertyDescription.class);
            if (description != null) {
                property.setDescription(description.value());
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(name, nullable(property));
            } else {
                required.add(name);
            }
        }
        definition.setRequired(required.isEmpty() ? null : required);
    }

    private static String wireName(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null"))));
        }
        var types =
                property.getTypes() == null ? new LinkedHashSet<String>() : new LinkedHashSet<>(property.getTypes());
        if (types.isEmpty() && property.getType() != null) {
            types.add(property.getType());
        }
        if (!types.isEmpty()) {
            types.add("null");
            property.setTypes(types);
        }
        return property;
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }
}
