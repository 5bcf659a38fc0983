package dev.docket.backend.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/// People, in the order of their names.
interface StoredPeople extends Repository<Person, UUID> {
    Person save(Person person);

    Optional<Person> findById(UUID id);

    Optional<Person> findByUsername(String username);

    List<Person> findByUsernameGreaterThanOrderByUsername(String after, Limit limit);

    long count();
}
