package dev.docket.client.labels;

import dev.docket.dto.people.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The sections of the screen in the order of the way from labels to a model that serves.
public enum Section {
    SETS(Role.ML),
    TRAINING(Role.ML),
    EVALUATION(Role.ML, Role.SUPERVISOR, Role.ADMIN),
    RELEASE(Role.ML, Role.SUPERVISOR, Role.ADMIN),
    WATCHING(Role.ML, Role.SUPERVISOR, Role.ADMIN);

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
        return "labels.section." + name().toLowerCase(Locale.ROOT);
    }
}
