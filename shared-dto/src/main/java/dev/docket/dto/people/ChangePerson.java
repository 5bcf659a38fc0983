package dev.docket.dto.people;

import java.util.Set;

/// What a person is and may take on, as a whole: it replaces what was there. See [NewPerson] for the fields.
public record ChangePerson(
        String displayName, Set<Role> roles, Set<String> skills, Set<String> languages, Set<String> queues) {}
