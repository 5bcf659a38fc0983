package dev.docket.backend.appeals;

import dev.docket.backend.intake.ItemFacet;
import dev.docket.backend.intake.ItemPicture;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.review.Veils;
import dev.docket.dto.people.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// An item's appeals, for programs and seniors. Moderators see none: that there is an appeal says there is a decision,
/// and any of them may be the second reviewer. While the decision is veiled from a senior, so are earlier answers.
@Component
class AppealFacet implements ItemFacet {
    private final StoredAppeals appeals;
    private final AppealTasks tasks;
    private final Veils veils;

    AppealFacet(StoredAppeals appeals, AppealTasks tasks, Veils veils) {
        this.appeals = appeals;
        this.tasks = tasks;
        this.veils = veils;
    }

    @Override
    public void describe(UUID item, Caller caller, ItemPicture picture) {
        if (caller instanceof Caller.Person person
                && (!person.is(Role.SENIOR) || veils.awaitsSecondLook(item, person))) {
            return;
        }
        boolean veiled = veils.isOver(item, caller);
        var found = appeals.findByItemIdOrderByReceivedAt(item).stream()
                .filter(appeal -> !veiled || appeal.isOpen())
                .toList();
        if (!found.isEmpty()) {
            var held = tasks.held(found.stream().map(Appeal::task).toList());
            picture.appealed(found.stream()
                    .map(appeal -> AppealViews.summary(appeal, held.contains(appeal.task())))
                    .toList());
        }
    }
}
