package dev.docket.backend.appeals;

import dev.docket.backend.intake.ItemFacet;
import dev.docket.backend.intake.ItemPicture;
import dev.docket.backend.platform.Caller;
import dev.docket.dto.people.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// An item's appeals, for programs and seniors. Moderators see none: that there is an appeal says there is a decision,
/// and any of them may be the second reviewer.
@Component
class AppealFacet implements ItemFacet {
    private final StoredAppeals appeals;
    private final AppealTasks tasks;

    AppealFacet(StoredAppeals appeals, AppealTasks tasks) {
        this.appeals = appeals;
        this.tasks = tasks;
    }

    @Override
    public void describe(UUID item, Caller caller, ItemPicture picture) {
        if (caller instanceof Caller.Person person && !person.is(Role.SENIOR)) {
            return;
        }
        var found = appeals.findByItemIdOrderByReceivedAt(item);
        if (!found.isEmpty()) {
            var held = tasks.held(found.stream().map(Appeal::task).toList());
            picture.appealed(found.stream()
                    .map(appeal -> AppealViews.summary(appeal, held.contains(appeal.task())))
                    .toList());
        }
    }
}
