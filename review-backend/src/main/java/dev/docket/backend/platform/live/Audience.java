package dev.docket.backend.platform.live;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.platform.SourceQueue;
import dev.docket.dto.people.Role;
import java.util.Set;

/// Who sees which event. What is not known here is for those who run the floor alone.
final class Audience {
    private static final Set<Role> FLOOR = Set.of(Role.SUPERVISOR, Role.ADMIN);
    private static final Set<Role> MODELS = Set.of(Role.ML, Role.POLICY, Role.SUPERVISOR, Role.ADMIN);

    private Audience() {}

    static boolean admits(Caller.Person person, LiveEvent event) {
        if (event.subject().startsWith(LiveEvents.PERSON)) {
            return isAddressed(person, event);
        }
        return switch (family(event.type())) {
            case "lease" -> false;
            case "queue", "sla" -> person.is(Role.SUPERVISOR) || works(person, event.subject());
            case "appeal" -> person.is(event.type().equals("appeal.alert") ? Role.SUPERVISOR : Role.SENIOR);
            case "wave" -> person.is(Role.SENIOR) && works(person, queue(event.subject()));
            case "golden", "calibration" -> person.is(Role.SUPERVISOR);
            case "policy" -> true;
            case "report" -> person.is(Role.SENIOR);
            case "decision" -> person.is(Role.SENIOR) || person.is(Role.POLICY);
            case "person", "api-key", "filter", "webhook", "health" -> person.is(Role.ADMIN);
            case "job", "model" -> person.roles().stream().anyMatch(MODELS::contains);
            default -> person.roles().stream().anyMatch(FLOOR::contains);
        };
    }

    private static boolean isAddressed(Caller.Person person, LiveEvent event) {
        String address = LiveEvents.PERSON + person.id();
        return event.subject().equals(address) || event.subject().startsWith(address + "/");
    }

    private static boolean works(Caller.Person person, String queue) {
        return person.is(Role.MODERATOR) && SourceQueue.isCleared(person.queues(), queue);
    }

    /// Of a subject such as `spam/0199…`.
    private static String queue(String subject) {
        int slash = subject.lastIndexOf('/');
        return slash < 0 ? subject : subject.substring(0, slash);
    }

    private static String family(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }
}
