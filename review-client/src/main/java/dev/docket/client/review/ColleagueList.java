package dev.docket.client.review;

import dev.docket.client.common.task.Background;
import dev.docket.dto.queue.Colleague;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Whom the open item may be handed to or asked about, as their names are typed. Of several answers only that to the
/// latest question counts.
public final class ColleagueList {
    /// What is known of them.
    public enum State {
        LOADING,
        KNOWN,
        OFFLINE,
        ERROR
    }

    /// @param found empty while nothing is known
    public record Answer(State state, List<Colleague> found) {
        static Answer without(State state) {
            return new Answer(state, List.of());
        }
    }

    private final ReviewApi api;
    private final Background background;
    private final Supplier<String> taskId;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.without(State.LOADING));
    private long asked;

    ColleagueList(ReviewApi api, Background background, Supplier<String> taskId) {
        this.api = api;
        this.background = background;
        this.taskId = taskId;
    }

    /// Looks for those with `part` in one of their names; nothing typed finds anybody.
    public void look(String part) {
        long question = ++asked;
        String task = taskId.get();
        if (answer.get().state() != State.KNOWN || part.isEmpty()) {
            answer.set(Answer.without(State.LOADING));
        }
        background
                .run(() -> api.colleagues(task, part.strip()))
                .onSuccess(found -> take(question, new Answer(State.KNOWN, found)))
                .onOffline(fault -> take(question, Answer.without(State.OFFLINE)))
                .onFailure(fault -> take(question, Answer.without(State.ERROR)));
    }

    private void take(long question, Answer next) {
        if (question == asked) {
            answer.set(next);
        }
    }

    public ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }
}
