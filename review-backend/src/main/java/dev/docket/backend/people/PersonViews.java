package dev.docket.backend.people;

import dev.docket.dto.people.PersonView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// Persons as the wire has them.
final class PersonViews {
    private static final JsonMapper JSON = new JsonMapper();

    private PersonViews() {}

    /// For the person themselves.
    static PersonView of(Person person) {
        return view(person, readSettings(person.settings()));
    }

    /// For others, who have no business with the settings.
    static PersonView forOthers(Person person) {
        return view(person, Map.of());
    }

    private static PersonView view(Person person, Map<String, String> settings) {
        return new PersonView(
                person.id().toString(),
                person.username(),
                person.displayName(),
                person.roles(),
                sorted(person.skills()),
                sorted(person.languages()),
                sorted(person.queues()),
                settings);
    }

    static String writeSettings(Map<String, String> settings) {
        return JSON.writeValueAsString(settings);
    }

    private static Map<String, String> readSettings(String json) {
        var settings = new TreeMap<String, String>();
        JSON.readTree(json)
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asString()));
        return settings;
    }

    private static List<String> sorted(Set<String> values) {
        return values.stream().sorted().toList();
    }
}
