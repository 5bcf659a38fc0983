package dev.docket.backend.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@FloorTest
class OpenApiTest {
    @Autowired
    private FloorClient floor;

    @Test
    void aMarkedPlaceSaysWhichImageItIsIn() {
        var regions = document()
                .path("components")
                .path("schemas")
                .path("Violation")
                .path("properties")
                .path("regions");
        assertThat(regions.path("description").asString()).contains("fifth number says which medium");
    }

    @Test
    void aMarkedStretchSaysWhichVideoItIsIn() {
        var seconds = document()
                .path("components")
                .path("schemas")
                .path("Violation")
                .path("properties")
                .path("seconds");
        assertThat(seconds.path("description").asString()).contains("third number says which medium");
    }

    @Test
    void recordsSayWhatIsRequiredAndWhatMayBeNull() {
        var item = document().path("components").path("schemas").path("ItemContent");
        assertThat(item.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("source", "externalId");
        assertThat(item.path("properties").path("text").path("type").toString()).contains("\"string\"", "\"null\"");
        assertThat(item.path("properties").path("author").path("anyOf").toString())
                .contains("Author", "null");
        assertThat(item.path("properties").path("source").path("type").toString())
                .isEqualTo("\"string\"");
    }

    @Test
    void callersAreCredentialsAndNotParameters() {
        var key = document().path("paths").path("/api/v1/api-keys").path("post");
        assertThat(key.has("parameters")).isFalse();
        assertThat(key.path("security").toString()).isEqualTo("[{\"session\":[]}]");
        assertThat(document().path("paths").path("/api/v1/session").path("post").path("security"))
                .isEmpty();
    }

    @Test
    void everyCallTellsOfItsRefusals() {
        for (var path : document().path("paths").properties()) {
            boolean ours = path.getKey().startsWith("/api/");
            for (var operation : path.getValue()) {
                var refusal = operation.path("responses").path("429").path("content");
                var schema = ours ? refusal.path("application/problem+json") : refusal.path("application/json");
                assertThat(schema.path("schema").path("$ref").asString())
                        .as(path.getKey())
                        .endsWith(ours ? "/Problem" : "Refusal");
            }
        }
    }

    @Test
    void itIsAnOpenApi31DocumentWithoutOurErrorPage() {
        assertThat(document().path("openapi").asString()).startsWith("3.1");
        assertThat(document().path("paths").has("/error")).isFalse();
        assertThat(document().path("components").path("schemas").has("Caller")).isFalse();
        assertThat(document().path("components").path("securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("session", "apiKey", "keyInQuery");
    }

    @Test
    void aKeyInTheAddressIsForPerspectivesClientsAlone() {
        for (var path : document().path("paths").properties()) {
            for (var operation : path.getValue()) {
                assertThat(operation.path("security").toString().contains("keyInQuery"))
                        .as(path.getKey())
                        .isEqualTo(path.getKey().startsWith("/v1alpha1/"));
            }
        }
    }

    private JsonNode document() {
        return floor.get("/v3/api-docs").json();
    }
}
