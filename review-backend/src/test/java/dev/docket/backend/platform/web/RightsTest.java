package dev.docket.backend.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.support.FloorTest;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@FloorTest
class RightsTest {
    private static final Caller ANN =
            new Caller.Person(new java.util.UUID(0, 1), "ann", Set.of(Role.ML), Set.of(), Set.of());
    private static final Caller FORUM = new Caller.Program(new java.util.UUID(0, 2), Set.of(Scope.CLASSIFY));

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyEndpointSaysWhomItAnswers() {
        var silent = requestMappingHandlerMapping.getHandlerMethods().values().stream()
                .filter(method -> method.getBeanType().getName().startsWith("dev.docket"))
                .filter(method -> !method.hasMethodAnnotation(Requires.class))
                .toList();
        assertThat(silent).as("endpoints without @Requires answer nobody").isEmpty();
    }

    @Test
    void anEndpointThatSaysNothingAnswersNobody() {
        assertThat(statusOf(null, ANN)).isEqualTo(403);
        assertThat(statusOf(null, null)).isEqualTo(401);
    }

    @Test
    void rolesAreForPeopleAndScopesForPrograms() throws NoSuchMethodException {
        var required = Endpoints.class.getDeclaredMethod("both").getAnnotation(Requires.class);
        RightsInterceptor.check(required, ANN);
        RightsInterceptor.check(required, FORUM);
        var other = Endpoints.class.getDeclaredMethod("other").getAnnotation(Requires.class);
        assertThat(statusOf(other, ANN)).isEqualTo(403);
        assertThat(statusOf(other, FORUM)).isEqualTo(403);
        assertThatThrownBy(() -> RightsInterceptor.check(other, null)).isInstanceOf(DomainProblem.class);
    }

    private static int statusOf(Requires required, Caller caller) {
        return catchThrowableOfType(DomainProblem.class, () -> RightsInterceptor.check(required, caller))
                .kind()
                .status();
    }

    static final class Endpoints {
        @Requires(roles = Role.ML, scopes = Scope.CLASSIFY)
        void both() {}

        @Requires(roles = Role.ADMIN, scopes = Scope.ITEMS_READ)
        void other() {}
    }
}
