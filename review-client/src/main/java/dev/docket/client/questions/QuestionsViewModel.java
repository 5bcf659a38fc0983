package dev.docket.client.questions;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.queue.QuestionView;
import dev.docket.dto.queue.Questions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One person's questions: one at a time to answer, and what was answered to their own. They are read anew whenever
/// the floor says that one was asked or answered, so what is half written is kept for each question. Use on the FX
/// thread only.
public final class QuestionsViewModel {
    /// What is known of them.
    public enum State {
        LOADING,
        KNOWN,
        OFFLINE,
        ERROR
    }

    /// How the answer that was sent last fares.
    public enum Sending {
        IDLE,
        UNDER_WAY,
        OFFLINE,
        /// Somebody else answered it first.
        TOO_LATE,
        REFUSED
    }

    private static final Questions NONE = new Questions(List.of(), List.of());

    private final QuestionsApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Questions> questions = new ReadOnlyObjectWrapper<>(NONE);
    private final ReadOnlyObjectWrapper<@Nullable QuestionView> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Sending> sending = new ReadOnlyObjectWrapper<>(Sending.IDLE);
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final Map<String, String> drafts = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean readBefore;
    private boolean open;

    public QuestionsViewModel(QuestionsApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    /// Reads them; may be called again to try again.
    public void read() {
        if (state.get() != State.KNOWN) {
            state.set(State.LOADING);
        }
        background
                .run(api::mine)
                .onSuccess(this::take)
                .onFailure(fault -> failed(fault instanceof Offline ? State.OFFLINE : State.ERROR));
    }

    private void take(Questions read) {
        if (!readBefore) {
            // What was answered before this desk was opened is no news.
            answered(read).forEach(question -> seen.add(question.id()));
            readBefore = true;
        }
        questions.set(read);
        state.set(State.KNOWN);
        current.set(again(read));
        count();
    }

    /// The same question as before while it waits, or else the oldest.
    private @Nullable QuestionView again(Questions read) {
        var before = current.get();
        return read.toAnswer().stream()
                .filter(question -> before != null && question.id().equals(before.id()))
                .findFirst()
                .or(() -> read.toAnswer().stream().findFirst())
                .orElse(null);
    }

    /// What was read before stays, because a question does not go away by an outage.
    private void failed(State how) {
        if (state.get() == State.LOADING) {
            state.set(how);
        }
    }

    public void happened(LiveEvent event) {
        if (event.isOf("question")) {
            read();
        }
    }

    /// The person looks at them, or no longer does.
    public void look(boolean looking) {
        open = looking;
        sending.set(Sending.IDLE);
        if (looking) {
            read();
        }
        count();
    }

    private void count() {
        if (open) {
            answered(questions.get()).forEach(question -> seen.add(question.id()));
        }
        unseen.set((int) answered(questions.get())
                .filter(question -> !seen.contains(question.id()))
                .count());
    }

    private static Stream<QuestionView> answered(Questions read) {
        return read.asked().stream().filter(question -> question.answer() != null);
    }

    /// Goes to another of the questions that wait, round and round.
    public void step(int step) {
        var waiting = questions.get().toAnswer();
        if (!waiting.isEmpty()) {
            current.set(waiting.get(Math.floorMod(place() + step, waiting.size())));
            sending.set(Sending.IDLE);
        }
    }

    /// The place of the current question among those that wait, from 0.
    public int place() {
        var waiting = questions.get().toAnswer();
        var shown = current.get();
        return shown == null ? 0 : Math.max(0, waiting.indexOf(shown));
    }

    public void draft(String text) {
        var shown = current.get();
        if (shown != null) {
            drafts.put(shown.id(), text);
        }
    }

    /// What is written to the current question so far.
    public String draft() {
        var shown = current.get();
        return shown == null ? "" : drafts.getOrDefault(shown.id(), "");
    }

    /// Sends what is written and goes on to the next question.
    public void answer() {
        var shown = current.get();
        String text = draft().strip();
        if (shown == null || text.isEmpty() || sending.get() == Sending.UNDER_WAY) {
            return;
        }
        sending.set(Sending.UNDER_WAY);
        background
                .run(() -> {
                    api.answer(shown.id(), text);
                    return true;
                })
                .onSuccess(done -> gone(shown, Sending.IDLE))
                .onProblem(Slug.ALREADY_ANSWERED, problem -> gone(shown, Sending.TOO_LATE))
                .onProblem(Slug.NOT_FOUND, problem -> gone(shown, Sending.TOO_LATE))
                .onOffline(fault -> sending.set(Sending.OFFLINE))
                .onFailure(fault -> refused(fault));
    }

    private void refused(Exception fault) {
        sending.set(fault instanceof ApiProblem ? Sending.REFUSED : Sending.OFFLINE);
    }

    private void gone(QuestionView question, Sending how) {
        drafts.remove(question.id());
        var left = questions.get().toAnswer().stream()
                .filter(one -> !one.id().equals(question.id()))
                .toList();
        take(new Questions(left, questions.get().asked()));
        sending.set(how);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Questions> questionsProperty() {
        return questions.getReadOnlyProperty();
    }

    /// The question that is answered next; null while none waits.
    public ReadOnlyObjectProperty<@Nullable QuestionView> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Sending> sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    /// How many answers to one's own questions came since one last looked.
    public ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }
}
