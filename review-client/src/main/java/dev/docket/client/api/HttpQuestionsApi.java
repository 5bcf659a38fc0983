package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.questions.QuestionsApi;
import dev.docket.dto.Paths;
import dev.docket.dto.queue.AnswerRequest;
import dev.docket.dto.queue.Questions;

/// Questions between colleagues, over HTTP.
public final class HttpQuestionsApi implements QuestionsApi {
    private final Floor floor;

    public HttpQuestionsApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public Questions mine() throws ApiProblem, Offline {
        return floor.get(Paths.MY_QUESTIONS, Questions.class);
    }

    @Override
    public void answer(String question, String answer) throws ApiProblem, Offline {
        floor.post(Paths.QUESTIONS + "/" + question + "/answer", new AnswerRequest(answer));
    }
}
