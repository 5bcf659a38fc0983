package dev.docket.backend.appeals;

import dev.docket.dto.appeals.AppealState;
import dev.docket.dto.appeals.AppellantRole;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/// Appeals, one by one.
interface StoredAppeals extends Repository<Appeal, UUID> {
    Appeal saveAndFlush(Appeal appeal);

    Optional<Appeal> findById(UUID id);

    Optional<Appeal> findByTaskId(UUID task);

    Optional<Appeal> findByResolutionIdAndStateIn(UUID resolution, Collection<AppealState> states);

    List<Appeal> findByDecisionIdAndStateIn(UUID decision, Collection<AppealState> states);

    List<Appeal> findByItemIdOrderByReceivedAt(UUID item);

    List<Appeal> findByItemIdAndStateIn(UUID item, Collection<AppealState> states);

    /// The appeal that a decision answered, if it answered one.
    Optional<Appeal> findFirstByResolutionId(UUID resolution);

    boolean existsByChainIdAndRoleAndAppellantAndStateNot(
            UUID chain, AppellantRole role, String appellant, AppealState state);
}
