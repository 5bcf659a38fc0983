package dev.docket.client.review;

import dev.docket.client.common.ApiProblem;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the moderator has been told and has not put away yet; of most kinds only the latest.
final class Notices {
    private final ObservableList<Notice> told = FXCollections.observableArrayList();
    // Kept here because the wrapper listens weakly: one made for each caller would fall silent.
    private final ObservableList<Notice> shown = FXCollections.unmodifiableObservableList(told);

    ObservableList<Notice> all() {
        return shown;
    }

    void tell(Notice.Kind kind) {
        tell(Notice.of(kind));
    }

    /// @param fault what the floor said, where it said anything
    void tell(Notice.Kind kind, @Nullable LastDecision about, @Nullable Exception fault) {
        tell(
                fault instanceof ApiProblem problem
                        ? new Notice(
                                kind, about, problem.slug(), problem.problem().traceId(), null)
                        : new Notice(kind, about, null, null, null));
    }

    void tell(Notice notice) {
        told.removeIf(old -> old.kind() == notice.kind() && notice.kind().replacesItsLike() && old.lost() == null);
        told.add(notice);
    }

    void dismiss(Notice notice) {
        told.remove(notice);
    }

    void forget(Predicate<Notice.Kind> which) {
        told.removeIf(notice -> which.test(notice.kind()));
    }
}
