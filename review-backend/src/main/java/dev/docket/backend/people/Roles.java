package dev.docket.backend.people;

import dev.docket.dto.people.Role;
import java.util.EnumSet;
import java.util.Set;

/// Which roles lie below which: a supervisor is a senior is a moderator. The others stand apart.
final class Roles {
    private Roles() {}

    static Set<Role> including(Set<Role> roles) {
        var all = EnumSet.noneOf(Role.class);
        all.addAll(roles);
        if (all.contains(Role.SUPERVISOR)) {
            all.add(Role.SENIOR);
        }
        if (all.contains(Role.SENIOR)) {
            all.add(Role.MODERATOR);
        }
        return all;
    }
}
