package dev.docket.backend.architecture.planted;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/// A repository that everybody can see.
@NoRepositoryBean
public interface PlantedRepository extends Repository<Object, Long> {}
