package dev.docket.backend.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// People, in the order of their names.
interface StoredPeople extends Repository<Person, UUID> {
    Person save(Person person);

    Person saveAndFlush(Person person);

    Optional<Person> findById(UUID id);

    Optional<Person> findByUsername(String username);

    List<Person> findByUsernameGreaterThanOrderByUsername(String after, Limit limit);

    /// By display name. A part without letters names everybody; it is compared as it stands, without patterns.
    @Query(value = """
                    SELECT * FROM person
                     WHERE disabled_at IS NULL
                       AND (strpos(lower(display_name), lower(:part)) > 0 OR strpos(lower(username), lower(:part)) > 0)
                     ORDER BY display_name, id LIMIT :most
                    """, nativeQuery = true)
    List<Person> activeNamed(String part, int most);

    /// Administrators who may work here.
    @Query(value = "SELECT count(*) FROM person WHERE 'ADMIN' = ANY(roles) AND disabled_at IS NULL", nativeQuery = true)
    long countAdministrators();

    long count();
}
