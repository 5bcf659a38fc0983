package dev.docket.client.questions;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.queue.Questions;

/// What the questions need of the floor. Every call blocks and belongs on a background thread.
public interface QuestionsApi {
    Questions mine() throws ApiProblem, Offline;

    void answer(String question, String answer) throws ApiProblem, Offline;
}
