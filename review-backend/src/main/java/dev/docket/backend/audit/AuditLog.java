package dev.docket.backend.audit;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.InvalidInput;
import dev.docket.dto.Page;
import dev.docket.dto.audit.AuditEntryView;
import dev.docket.dto.audit.AuditVerification;
import dev.docket.dto.people.Role;
import dev.docket.dto.problem.FieldError;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The trail to read, and the chain's check.
@Service
public class AuditLog {
    private static final Set<String> TELLING = Set.of("decision", "task", "wave");
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final AuditRows rows;
    private final HeadSeal seal;
    private final List<Veil> veils;
    private final JsonMapper json;

    AuditLog(AuditRows rows, HeadSeal seal, List<Veil> veils, JsonMapper json) {
        this.rows = rows;
        this.seal = seal;
        this.veils = veils;
        this.json = json;
    }

    /// What to look for; null for anything.
    public record Query(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subjectKind,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /// Newest first. Decisions that a blind look must not know of are left out for whoever may
    /// give that look, and so is who had their tasks.
    ///
    /// @param after the cursor of the page before; null for the first
    @Transactional(readOnly = true)
    public Page<AuditEntryView> page(Caller.Person reader, Query query, @Nullable String after, int limit) {
        var filter = new AuditRows.Filter(
                query.actor(),
                query.action(),
                query.subjectKind(),
                query.subject(),
                query.from(),
                query.to(),
                after == null ? null : position(after));
        var found = rows.list(filter, limit + 1);
        var shown = found.stream().limit(limit).toList();
        String next = found.size() > limit ? cursor(shown.getLast().entry()) : null;
        var hidden = reader.is(Role.MODERATOR) ? veiled(shown, reader) : Set.of();
        return new Page<>(
                shown.stream()
                        .filter(placed -> !hidden.contains(placed.entry().subjectId()))
                        .map(this::view)
                        .toList(),
                next);
    }

    private Set<String> veiled(List<AuditRows.Placed> shown, Caller.Person reader) {
        var subjects = shown.stream()
                .map(AuditRows.Placed::entry)
                .filter(entry -> TELLING.contains(entry.subjectKind()))
                .map(Entry::subjectId)
                .distinct()
                .toList();
        return veils.stream()
                .flatMap(veil -> veil.veiled(subjects, reader).stream())
                .collect(Collectors.toSet());
    }

    /// Walks the whole chain as it stands at this moment.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public AuditVerification verify() {
        return ChainWalk.over(rows, seal);
    }

    private AuditEntryView view(AuditRows.Placed placed) {
        var entry = placed.entry();
        var link = placed.link();
        return new AuditEntryView(
                entry.id().toString(),
                link == null ? null : link.sequence(),
                entry.at(),
                entry.actorKind(),
                entry.actorId(),
                entry.action(),
                entry.subjectKind(),
                entry.subjectId(),
                json.readValue(entry.details(), DETAILS),
                link == null ? null : HexFormat.of().formatHex(link.hash()));
    }

    private static String cursor(Entry entry) {
        String text = entry.at() + " " + entry.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static AuditRows.Position position(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ", 2);
            return new AuditRows.Position(
                    Instant.parse(parts[0]), Ids.parse(parts[parts.length - 1]).orElseThrow(() -> badCursor()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw badCursor();
        }
    }

    private static InvalidInput badCursor() {
        return new InvalidInput(
                CommonProblem.INVALID_INPUT, List.of(new FieldError("/after", "is not a cursor of this list")));
    }
}
