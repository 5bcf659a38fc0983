package dev.docket.backend.registry;

import dev.docket.dto.quality.PersonName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people are called, those who left too.
@Repository("namesOfRegistry")
class StoredNames {
    private final JdbcClient jdbc;

    StoredNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, PersonName> of(Collection<UUID> people) {
        var names = new HashMap<UUID, PersonName>();
        people.forEach(id -> names.put(id, new PersonName(id.toString(), "")));
        if (!people.isEmpty()) {
            jdbc.sql("SELECT id, display_name FROM person WHERE id = ANY(:people::uuid[])")
                    .param("people", people.stream().map(UUID::toString).toArray(String[]::new))
                    .query((row, number) -> names.put(
                            row.getObject("id", UUID.class),
                            new PersonName(row.getString("id"), row.getString("display_name"))))
                    .list();
        }
        return names;
    }
}
