package dev.docket.backend.queue;

import dev.docket.backend.classification.Renditions;
import dev.docket.backend.intake.Items;
import dev.docket.backend.intake.KeptMedium;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.people.Role;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Shows people an item's images and videos: to whoever has a task on it or is asked about one, and to those whose
/// screens hold any item.
@Service
public class Showing {
    private static final int LEAST_SIDE = 32;
    private static final int MOST_SIDE = 2_048;

    private final StoredPresence presence;
    private final StoredTrials trials;
    private final StoredQuestions questions;
    private final Items items;
    private final Renditions renditions;

    Showing(
            StoredPresence presence,
            StoredTrials trials,
            StoredQuestions questions,
            Items items,
            Renditions renditions) {
        this.presence = presence;
        this.trials = trials;
        this.questions = questions;
        this.items = items;
        this.renditions = renditions;
    }

    /// @param index of the medium among the item's, from 0
    /// @param side most pixels of the longer side
    /// @param second of a video
    /// @return a JPEG
    /// @throws DomainProblem `not-found`, or `medium-not-shown` with the reason
    public byte[] show(Caller.Person person, UUID item, int index, int side, double second) {
        if (!maySee(person, item)) {
            throw unknown();
        }
        var media = items.find(item).orElseThrow(Showing::unknown).media();
        if (index < 0 || index >= media.size()) {
            throw unknown();
        }
        var medium = media.get(index);
        return renditions
                .draw(medium, Math.clamp(side, LEAST_SIDE, MOST_SIDE), Math.max(0, second))
                .orElseThrow(() -> notShown(medium));
    }

    private boolean maySee(Caller.Person person, UUID item) {
        return person.is(Role.SENIOR)
                || person.is(Role.POLICY)
                || presence.heldBy(person.id(), item).isPresent()
                || trials.heldBy(person.id(), item).isPresent()
                || questions.toAnswer(person.id(), false).stream()
                        .anyMatch(question -> question.item().equals(item));
    }

    private static DomainProblem notShown(KeptMedium medium) {
        return new DomainProblem(QueueProblem.MEDIUM_NOT_SHOWN, reason(medium));
    }

    private static String reason(KeptMedium medium) {
        if (medium.fault() != null) {
            return "It was not fetched. " + medium.fault();
        }
        if (medium.sha256() == null) {
            return "It is still being fetched.";
        }
        return medium.kind() == MediaKind.VIDEO ? "No frame of it could be read." : "It cannot be decoded.";
    }

    private static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no such image or video for you.");
    }
}
