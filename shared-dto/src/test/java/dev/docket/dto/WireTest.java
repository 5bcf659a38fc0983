package dev.docket.dto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Scope;
import dev.docket.dto.people.Session;
import dev.docket.dto.people.SignIn;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.review.Task;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WireTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void theContractsTaskSurvivesTheRoundTrip() throws IOException {
        JsonNode golden = json.readTree(resource("golden/task.json"));

        Task task = json.treeToValue(golden, Task.class);

        assertThat(json.readTree(json.writeValueAsString(task))).isEqualTo(golden);
    }

    @Test
    void scopesTravelUnderTheirContractNames() {
        assertThat(json.writeValueAsString(Scope.ITEMS_WRITE)).isEqualTo("\"items:write\"");
        assertThat(json.readValue("\"labels:read\"", Scope.class)).isEqualTo(Scope.LABELS_READ);
        assertThatThrownBy(() -> Scope.of("everything")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProblemKnowsItsSlug() {
        var ours = new Problem("urn:docket:problem:lease-lost", "t", 409, null, null, null);
        var foreign = new Problem("about:blank", "t", 500, null, null, null);

        assertThat(ours.slug()).isEqualTo("lease-lost");
        assertThat(foreign.slug()).isEqualTo("about:blank");
    }

    @Test
    void secretsStayOutOfStrings() {
        var person = new PersonView("1", "mod1", "Mo", Set.of(), List.of(), List.of(), List.of(), Map.of());

        assertThat(new SignIn("mod1", "hunter2").toString()).doesNotContain("hunter2");
        assertThat(new Session("t0ken", Instant.EPOCH, person).toString()).doesNotContain("t0ken");
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(WireTest.class.getClassLoader().getResourceAsStream(name), name);
    }
}
