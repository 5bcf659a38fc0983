package dev.docket.backend.platform;

import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.util.Set;
import java.util.UUID;

/// Who is calling. A controller method takes it as a parameter.
public sealed interface Caller {
    /// As the audit trail names them.
    Actor actor();

    /// A signed-in person.
    ///
    /// @param roles with everything a role includes
    /// @param languages BCP 47 tags; `*` for all
    /// @param queues queue keys; `*` for all
    /// @param skills what the person is trained in
    record Person(
            UUID id, String username, Set<Role> roles, Set<String> languages, Set<String> queues, Set<String> skills)
            implements Caller {
        /// A person without skills.
        public Person(UUID id, String username, Set<Role> roles, Set<String> languages, Set<String> queues) {
            this(id, username, roles, languages, queues, Set.of());
        }

        public boolean is(Role role) {
            return roles.contains(role);
        }

        @Override
        public Actor actor() {
            return new Actor.Person(id);
        }
    }

    /// A program with an API key.
    record Program(UUID keyId, Set<Scope> scopes) implements Caller {
        @Override
        public Actor actor() {
            return new Actor.Program(keyId);
        }
    }
}
