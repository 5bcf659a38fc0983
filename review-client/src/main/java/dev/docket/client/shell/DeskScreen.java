package dev.docket.client.shell;

import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The screens of the desk in the order of the rail: what each is called, who may see it, which keys are its own.
///
/// A constant alone shows nothing: [ScreenMakers] says how its screen is built.
enum DeskScreen {
    REVIEW(
            "mdi2c-clipboard-check-outline",
            Scope.REVIEW,
            Shortcut.GO_REVIEW,
            Role.MODERATOR,
            Role.SENIOR,
            Role.SUPERVISOR),
    APPEALS("mdi2s-scale-balance", Scope.APPEALS, Shortcut.GO_APPEALS, Role.SENIOR, Role.SUPERVISOR),
    SUPERVISOR("mdi2v-view-dashboard-outline", Scope.SUPERVISOR, Shortcut.GO_SUPERVISOR, Role.SUPERVISOR),
    WAVES("mdi2w-waves", Scope.WAVES, Shortcut.GO_WAVES, Role.SENIOR, Role.SUPERVISOR),
    POLICIES("mdi2b-book-open-outline", Scope.POLICIES, Shortcut.GO_POLICIES, Role.POLICY, Role.SUPERVISOR, Role.ADMIN),
    INSIGHTS("mdi2c-chart-box-outline", Scope.INSIGHTS, Shortcut.GO_INSIGHTS, Role.values()),
    LABELS("mdi2l-label-multiple-outline", Scope.LABELS, Shortcut.GO_LABELS, Role.ML, Role.SUPERVISOR, Role.ADMIN),
    RECORDS(
            "mdi2f-file-document-outline",
            Scope.RECORDS,
            Shortcut.GO_RECORDS,
            Role.SENIOR,
            Role.SUPERVISOR,
            Role.POLICY,
            Role.ADMIN),
    SEARCH("mdi2f-file-search-outline", Scope.SEARCH, Shortcut.GO_SEARCH, Role.SENIOR, Role.SUPERVISOR, Role.POLICY),
    PEOPLE("mdi2a-account-cog-outline", Scope.PEOPLE, Shortcut.GO_PEOPLE, Role.ADMIN);

    private final String icon;
    private final Scope scope;
    private final Shortcut shortcut;
    private final Set<Role> roles;

    DeskScreen(String icon, Scope scope, Shortcut shortcut, Role... roles) {
        this.icon = icon;
        this.scope = scope;
        this.shortcut = shortcut;
        this.roles = EnumSet.copyOf(List.of(roles));
    }

    String icon() {
        return icon;
    }

    String messageKey() {
        return "shell.screen." + name().toLowerCase(Locale.ROOT);
    }

    /// Where the screen's own keys hold.
    Scope scope() {
        return scope;
    }

    /// The key that goes there.
    Shortcut shortcut() {
        return shortcut;
    }

    boolean admits(PersonView person) {
        return person.roles().stream().anyMatch(roles::contains);
    }

    /// Where a person starts: at what only their strongest role does, or else at the first screen they may see.
    static Optional<DeskScreen> homeOf(PersonView person, List<DeskScreen> permitted) {
        var own = person.roles().stream().max(Comparator.naturalOrder()).flatMap(DeskScreen::workOf);
        return own.filter(permitted::contains).or(() -> permitted.stream().findFirst());
    }

    private static Optional<DeskScreen> workOf(Role role) {
        return switch (role) {
            case MODERATOR, SENIOR -> Optional.of(REVIEW);
            case SUPERVISOR -> Optional.of(SUPERVISOR);
            case POLICY -> Optional.of(POLICIES);
            case ADMIN -> Optional.of(PEOPLE);
            case ML -> Optional.of(LABELS);
        };
    }

    static List<DeskScreen> admitting(PersonView person) {
        return Arrays.stream(values()).filter(screen -> screen.admits(person)).toList();
    }
}
