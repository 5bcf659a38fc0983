package dev.docket.client.common.pick;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.pick.Picking.Choice;
import dev.docket.client.common.pick.Picking.Question;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.ReassignRequest;
import dev.docket.dto.queue.ReassignRequest.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where one task shall go: back to its queue, to a person who could have claimed it, to another queue.
public final class Reassign {
    private final ReassignApi api;

    public Reassign(ReassignApi api) {
        this.api = api;
    }

    /// @param subject the task in words
    /// @param queue where it waits now
    public Question of(String taskId, String subject, String queue, Runnable done) {
        return new Question("pick.reassign", subject, typed -> choices(taskId, queue, typed), done);
    }

    private List<Choice> choices(String taskId, String queue, String typed) throws ApiProblem, Offline {
        var choices = new ArrayList<Choice>();
        for (Colleague one : api.receivers(taskId, typed)) {
            choices.add(choice(null, one.displayName(), taskId, new Target(null, one.username())));
        }
        String part = typed.toLowerCase(Locale.ROOT);
        for (QueueView other : api.queues()) {
            if (!other.key().equals(queue)
                    && other.title().toLowerCase(Locale.ROOT).contains(part)) {
                choices.add(choice(null, other.title(), taskId, new Target(other.key(), null)));
            }
        }
        if (typed.isEmpty()) {
            choices.addFirst(choice("pick.reassign.back", "", taskId, null));
        }
        return choices;
    }

    private Choice choice(@Nullable String key, String name, String taskId, @Nullable Target to) {
        return new Choice(key, name, comment -> api.reassign(taskId, new ReassignRequest(to, comment)));
    }
}
