package dev.docket.backend.audit;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Ids;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Writes entries in the transaction of what they tell. They are linked a moment later by [Sealing], so that writers
/// never queue up for the chain's end.
@Service
class WrittenTrail implements AuditTrail {
    private final AuditRows rows;
    private final JsonMapper json;

    WrittenTrail(AuditRows rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Actor actor, String action, String subjectKind, String subjectId, Map<String, ?> details) {
        rows.append(
                Ids.next(), kind(actor), id(actor), action, subjectKind, subjectId, json.writeValueAsString(details));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendAll(
            Actor actor, String action, String subjectKind, Map<String, ? extends Map<String, ?>> details) {
        if (details.isEmpty()) {
            return;
        }
        var subjects = details.entrySet().stream()
                .map(one -> new AuditRows.Subject(Ids.next(), one.getKey(), json.writeValueAsString(one.getValue())))
                .toList();
        rows.appendAll(kind(actor), id(actor), action, subjectKind, subjects);
    }

    private static String kind(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> "PERSON";
            case Actor.Program program -> "PROGRAM";
            case Actor.Automation automation -> "AUTOMATION";
        };
    }

    private static String id(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.id().toString();
            case Actor.Program program -> program.keyId().toString();
            case Actor.Automation automation -> automation.part();
        };
    }
}
