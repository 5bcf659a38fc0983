package dev.docket.backend.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The served OpenAPI document, as far as these tests ask it.
final class OpenApi {
    private final JsonNode document;

    OpenApi(JsonNode document) {
        this.document = document;
    }

    boolean has(String method, String path) {
        return !operation(method, path).isMissingNode();
    }

    Set<String> statuses(String method, String path) {
        return Set.copyOf(operation(method, path).path("responses").propertyNames());
    }

    boolean documentsProblems(String method, String path) {
        for (var response : operation(method, path).path("responses")) {
            if (response.path("content").has("application/problem+json")) {
                return true;
            }
        }
        return false;
    }

    /// The name of the schema that a refusal has in the words of another service.
    String refusal(String method, String path, int status) {
        String reference = operation(method, path)
                .path("responses")
                .path(Integer.toString(status))
                .at("/content/application~1json/schema/$ref")
                .asString("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /// Where an answer departs from its schema: a field the schema does not know, one of another type, or one that is
    /// required and missing.
    List<String> departures(String method, String path, int status, JsonNode answer) {
        var content = operation(method, path)
                .path("responses")
                .path(Integer.toString(status))
                .path("content");
        JsonNode schema = content.path("application/json").path("schema");
        if (schema.isMissingNode()) {
            schema = content.path("*/*").path("schema");
        }
        var departures = new ArrayList<String>();
        if (schema.isMissingNode()) {
            departures.add("no schema for " + status);
        } else {
            compare("", answer, schema, departures);
        }
        return departures;
    }

    private JsonNode operation(String method, String path) {
        return document.path("paths").path(path).path(method.toLowerCase(java.util.Locale.ROOT));
    }

    private void compare(String place, JsonNode value, JsonNode schema, List<String> departures) {
        JsonNode meant = resolve(schema);
        if (value.isNull()) {
            return;
        }
        if (!allows(meant, value)) {
            departures.add(place + " is " + value.getNodeType() + ", not " + meant.path("type"));
        } else if (value.isObject() && meant.has("properties")) {
            compareObject(place, value, meant, departures);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                compare(place + "/" + i, value.get(i), meant.path("items"), departures);
            }
        }
    }

    private void compareObject(String place, JsonNode value, JsonNode schema, List<String> departures) {
        for (var property : value.properties()) {
            JsonNode known = schema.path("properties").path(property.getKey());
            if (known.isMissingNode()) {
                departures.add(place + "/" + property.getKey() + " is not in the schema");
            } else {
                compare(place + "/" + property.getKey(), property.getValue(), known, departures);
            }
        }
        for (var required : schema.path("required")) {
            if (!value.has(required.asString())) {
                departures.add(place + "/" + required.asString() + " is missing");
            }
        }
    }

    private JsonNode resolve(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        if (reference.isString()) {
            return resolve(document.at(reference.asString().substring(1)));
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            for (var option : schema.path(choice)) {
                if (!"null".equals(option.path("type").asString(""))) {
                    return resolve(option);
                }
            }
        }
        return schema;
    }

    private static boolean allows(JsonNode schema, JsonNode value) {
        JsonNode type = schema.path("type");
        if (type.isMissingNode()) {
            return true;
        }
        var types = new ArrayList<String>();
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asString()));
        } else {
            types.add(type.asString());
        }
        return types.stream().anyMatch(one -> switch (one) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> false;
        });
    }
}
