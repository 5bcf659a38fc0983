package dev.docket.backend.review;

import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.intake.ItemFacet;
import dev.docket.backend.intake.ItemPicture;
import dev.docket.backend.platform.Caller;
import dev.docket.dto.people.Role;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The decision in effect, for programs and seniors. Moderators see none: any of them may be the second reviewer; and
/// seniors none that is veiled from them.
@Component
class DecisionFacet implements ItemFacet {
    private final StoredDecisions decisions;
    private final Veils veils;

    DecisionFacet(StoredDecisions decisions, Veils veils) {
        this.decisions = decisions;
        this.veils = veils;
    }

    @Override
    public void describe(UUID item, Caller caller, ItemPicture picture) {
        if (caller instanceof Caller.Person person && (!person.is(Role.SENIOR) || veils.isOver(item, person))) {
            return;
        }
        decisions.effective(item).ifPresent(picture::decided);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemErased erased) {
        decisions.forgetNotes(erased.item());
    }
}
