package dev.docket.client.review;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.dto.queue.AskRequest;
import dev.docket.dto.queue.QuestionView;
import dev.docket.dto.review.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Questions about the open item: asked of a colleague, and answered while this person goes on.
///
/// An answer is told when the floor says that there is one, and also after an outage, in which that was missed.
public final class Asking {
    /// How the question that was written last fares.
    public enum State {
        WRITING,
        SENDING,
        SENT,
        OFFLINE,
        REFUSED
    }

    private final ReviewApi api;
    private final Background background;
    private final Notices notices;
    private final Set<String> open = new HashSet<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WRITING);
    private @Nullable String refusal;

    Asking(ReviewApi api, Background background, Notices notices) {
        this.api = api;
        this.background = background;
        this.notices = notices;
    }

    /// Begins a question anew.
    public void begin() {
        state.set(State.WRITING);
    }

    /// @param to sign-in name; null asks the supervisors
    void ask(Task task, @Nullable String to, String question) {
        if (state.get() == State.SENDING || question.isBlank()) {
            return;
        }
        state.set(State.SENDING);
        background
                .run(() -> {
                    api.ask(task.id(), new AskRequest(to, question.strip()));
                    return true;
                })
                .onSuccess(done -> sent(task))
                .onOffline(fault -> state.set(State.OFFLINE))
                .onFailure(this::refused);
    }

    private void sent(Task task) {
        open.add(task.id());
        state.set(State.SENT);
        notices.tell(Notice.Kind.ASKED);
    }

    private void refused(Exception fault) {
        refusal = fault instanceof ApiProblem problem ? problem.slug() : null;
        state.set(State.REFUSED);
    }

    void happened(LiveEvent event) {
        if (event.type().equals("question.answered")) {
            readAnswers();
        }
    }

    /// Events may have been missed.
    void reconnected() {
        if (!open.isEmpty()) {
            readAnswers();
        }
    }

    private void readAnswers() {
        background
                .run(this::answered)
                .onSuccess(this::tell)
                .onOffline(fault -> {})
                .onFailure(fault -> {});
    }

    private List<QuestionView> answered() throws ApiProblem, Offline {
        return api.asked().stream()
                .filter(question -> question.answer() != null)
                .toList();
    }

    private void tell(List<QuestionView> answers) {
        for (var answer : answers.reversed()) {
            if (open.remove(answer.taskId())) {
                notices.forget(kind -> kind == Notice.Kind.ASKED);
                notices.tell(Notice.answered(answer));
            }
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The slug of what the floor said, when it refused.
    public @Nullable String refusal() {
        return refusal;
    }
}
