package dev.docket.backend.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/// API keys, active and revoked.
interface StoredApiKeys extends Repository<ApiKey, UUID> {
    ApiKey save(ApiKey key);

    Optional<ApiKey> findById(UUID id);

    boolean existsByKeyHash(byte[] keyHash);

    List<ApiKey> findAllByOrderByCreatedAtAscIdAsc();
}
