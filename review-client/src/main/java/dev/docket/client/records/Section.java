package dev.docket.client.records;

import dev.docket.dto.people.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The parts of the screen, in the order of their keys.
public enum Section {
    TRANSPARENCY(Role.SUPERVISOR, Role.POLICY, Role.ADMIN),
    EXPORT(Role.SUPERVISOR, Role.ADMIN),
    NCMEC(Role.SENIOR, Role.SUPERVISOR);

    private final Set<Role> roles;

    Section(Role... roles) {
        this.roles = EnumSet.copyOf(List.of(roles));
    }

    static List<Section> admitting(Collection<Role> held) {
        return Arrays.stream(values())
                .filter(section -> held.stream().anyMatch(section.roles::contains))
                .toList();
    }

    String messageKey() {
        return "records.section." + name().toLowerCase(Locale.ROOT);
    }
}
