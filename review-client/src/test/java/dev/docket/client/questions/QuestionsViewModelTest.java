package dev.docket.client.questions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.item.SampleTasks;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.questions.QuestionsViewModel.Sending;
import dev.docket.client.questions.QuestionsViewModel.State;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.queue.QuestionView;
import dev.docket.dto.queue.Questions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionsViewModelTest {
    private static final LiveEvent ASKED = new LiveEvent("question.asked", Map.of());

    private final FakeQuestions floor = new FakeQuestions();
    private final QuestionsViewModel model = new QuestionsViewModel(floor, new InlineBackground());

    @Test
    void theOldestQuestionIsAnsweredFirst() {
        floor.ask("q-1", "q-2");
        model.read();
        assertThat(current()).isEqualTo("q-1");
        model.draft(" It is. ");
        model.answer();
        assertThat(floor.answered).containsExactly("q-1 It is.");
        assertThat(current()).isEqualTo("q-2");
        assertThat(model.draft()).isEmpty();
    }

    @Test
    void aQuestionThatArrivesDoesNotTakeTheOneThatIsAnswered() {
        floor.ask("q-1");
        model.read();
        model.draft("half an ans");
        floor.ask("q-0");
        model.happened(ASKED);
        assertThat(current()).isEqualTo("q-1");
        assertThat(model.draft()).isEqualTo("half an ans");
        model.step(1);
        assertThat(current()).isEqualTo("q-0");
        model.step(1);
        assertThat(model.draft()).isEqualTo("half an ans");
    }

    @Test
    void nothingIsSentWithoutWords() {
        floor.ask("q-1");
        model.read();
        model.draft("   ");
        model.answer();
        assertThat(floor.answered).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotArriveIsKept() {
        floor.ask("q-1");
        model.read();
        model.draft("It is.");
        floor.offline = true;
        model.answer();
        assertThat(model.sendingProperty().get()).isEqualTo(Sending.OFFLINE);
        assertThat(model.draft()).isEqualTo("It is.");
        floor.offline = false;
        model.answer();
        assertThat(floor.answered).containsExactly("q-1 It is.");
        assertThat(model.currentProperty().get()).isNull();
    }

    @Test
    void whatSomebodyElseAnsweredIsGone() {
        floor.ask("q-1");
        model.read();
        model.draft("It is.");
        floor.refuses = Slug.ALREADY_ANSWERED;
        model.answer();
        assertThat(model.sendingProperty().get()).isEqualTo(Sending.TOO_LATE);
        assertThat(model.currentProperty().get()).isNull();
    }

    @Test
    void answersAreNewsUntilTheyAreLookedAt() {
        floor.asked.add(SampleTasks.answered("old", "Before the desk was opened."));
        model.read();
        assertThat(model.unseenProperty().get()).isZero();
        floor.asked.add(SampleTasks.answered("new", "It is."));
        model.happened(new LiveEvent("question.answered", Map.of()));
        assertThat(model.unseenProperty().get()).isEqualTo(1);
        model.look(true);
        assertThat(model.unseenProperty().get()).isZero();
        model.look(false);
        assertThat(model.unseenProperty().get()).isZero();
    }

    @Test
    void anOutageIsSaidAndTakesNothingAway() {
        floor.offline = true;
        model.read();
        assertThat(model.stateProperty().get()).isEqualTo(State.OFFLINE);
        floor.offline = false;
        floor.ask("q-1");
        model.read();
        assertThat(model.stateProperty().get()).isEqualTo(State.KNOWN);
        floor.offline = true;
        model.read();
        assertThat(model.stateProperty().get()).isEqualTo(State.KNOWN);
        assertThat(current()).isEqualTo("q-1");
    }

    private String current() {
        return Objects.requireNonNull(model.currentProperty().get()).id();
    }

    private static final class FakeQuestions implements QuestionsApi {
        final List<QuestionView> waiting = new ArrayList<>();
        final List<QuestionView> asked = new ArrayList<>();
        final List<String> answered = new ArrayList<>();
        boolean offline;

        @Nullable String refuses;

        void ask(String... ids) {
            for (String id : ids) {
                waiting.add(SampleTasks.asked(id, "Mina Okafor", "Is this satire?"));
            }
        }

        @Override
        public Questions mine() throws Offline {
            reach();
            return new Questions(List.copyOf(waiting), List.copyOf(asked));
        }

        @Override
        public void answer(String question, String answer) throws ApiProblem, Offline {
            reach();
            if (refuses != null) {
                throw new ApiProblem(new Problem(Problem.TYPE_PREFIX + refuses, refuses, 409, null, "trace-1", null));
            }
            waiting.removeIf(one -> one.id().equals(question));
            answered.add(question + " " + answer);
        }

        private void reach() throws Offline {
            if (offline) {
                throw new Offline(new IOException("no route"));
            }
        }
    }
}
