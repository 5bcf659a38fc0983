package dev.docket.dto.queue;

import java.util.List;

/// Who else has an item before them now: the answer to `POST /api/v1/items/{id}/looking`.
public record Looking(List<Person> others) {
    /// @param holds whether they hold a task on it
    public record Person(String id, String displayName, boolean holds) {}
}
