package dev.docket.backend.quality;

import dev.docket.dto.quality.PersonName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people are called, those who left too: their looks still count.
@Repository
class StoredNames {
    private final JdbcClient jdbc;

    StoredNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Names of(Collection<UUID> people) {
        var names = new HashMap<UUID, String>();
        if (!people.isEmpty()) {
            jdbc.sql("SELECT id, display_name FROM person WHERE id = ANY(:people::uuid[])")
                    .param("people", people.stream().map(UUID::toString).toArray(String[]::new))
                    .query((row, number) -> names.put(row.getObject("id", UUID.class), row.getString("display_name")))
                    .list();
        }
        return new Names(names);
    }

    Optional<PersonName> find(UUID person) {
        var names = of(List.of(person));
        return names.byId().containsKey(person) ? Optional.of(names.of(person)) : Optional.empty();
    }

    PersonName of(UUID person) {
        return of(List.of(person)).of(person);
    }

    /// Names by id.
    record Names(Map<UUID, String> byId) {
        PersonName of(UUID person) {
            return new PersonName(person.toString(), byId.getOrDefault(person, ""));
        }
    }
}
