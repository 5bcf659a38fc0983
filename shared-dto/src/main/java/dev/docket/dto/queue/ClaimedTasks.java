package dev.docket.dto.queue;

import dev.docket.dto.review.Task;
import java.util.List;

/// The answer to a claim, most urgent first.
public record ClaimedTasks(List<Task> tasks) {}
