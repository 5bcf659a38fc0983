package dev.docket.backend.people.web;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.people.ChangePerson;
import dev.docket.dto.people.NewPerson;
import dev.docket.dto.people.Role;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What an account must be to be stored. Every fault is noted at once.
final class AccountRules {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern SKILL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("\\*|[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,4}");
    private static final Pattern QUEUE = Pattern.compile("\\*|[a-z][a-z0-9_]{0,63}");
    private static final Set<String> ALL = Set.of("*");
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 200;
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 1024;

    private final FieldErrors errors = new FieldErrors();

    private AccountRules() {}

    static ChangePerson check(NewPerson person) {
        var rules = new AccountRules();
        if (!USERNAME.matcher(person.username()).matches()) {
            rules.errors.add(
                    "/username", "1 to 64 of a-z, 0-9, dot, underscore and hyphen, beginning with a letter or digit");
        }
        return rules.check(new ChangePerson(
                person.displayName(),
                person.roles(),
                person.skills() == null ? Set.of() : person.skills(),
                person.languages() == null ? ALL : person.languages(),
                person.queues() == null ? ALL : person.queues()));
    }

    static ChangePerson of(ChangePerson change) {
        return new AccountRules().check(change);
    }

    static void password(String next) {
        var errors = new FieldErrors();
        if (next.length() < SHORTEST_PASSWORD || next.length() > LONGEST_PASSWORD) {
            errors.add(
                    "/next", SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters; a sentence is a good one");
        }
        errors.throwIfAny();
    }

    private ChangePerson check(ChangePerson change) {
        if (change.displayName().isBlank() || change.displayName().length() > LONGEST_NAME) {
            errors.add("/displayName", "1 to " + LONGEST_NAME + " characters");
        }
        if (change.roles().isEmpty()) {
            errors.add("/roles", "at least one of " + Set.of(Role.values()));
        }
        each("/skills", change.skills(), SKILL, "a word of 1 to 64 letters, digits, spaces, dots and hyphens");
        each("/languages", change.languages(), LANGUAGE, "a language tag such as en or pt-BR, or * for all");
        each("/queues", change.queues(), QUEUE, "a queue's key such as harassment, or * for all");
        errors.throwIfAny();
        return new ChangePerson(
                change.displayName().strip(), change.roles(), change.skills(), change.languages(), change.queues());
    }

    private void each(String pointer, Set<String> values, Pattern pattern, String what) {
        if (values.size() > MOST) {
            errors.add(pointer, "at most " + MOST);
        }
        values.stream()
                .filter(value -> !pattern.matcher(value).matches())
                .limit(MOST)
                .forEach(value -> errors.add(pointer, String.format(Locale.ROOT, "each must be %s", what)));
    }
}
