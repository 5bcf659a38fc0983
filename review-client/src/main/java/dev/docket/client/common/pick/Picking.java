package dev.docket.client.common.pick;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Asks which one of several, finds them as a name is typed, and does what was chosen. Use on the FX thread only.
public final class Picking {
    /// What may be chosen.
    ///
    /// @param key of the words for it; null where it has a name of its own
    /// @param deed what choosing it does, with the comment; blocks
    public record Choice(@Nullable String key, String name, Deed deed) {}

    /// Does what was chosen. Belongs on a background thread.
    @FunctionalInterface
    public interface Deed {
        void carryOut(@Nullable String comment) throws ApiProblem, Offline;
    }

    /// Finds what may be chosen by what was typed. Belongs on a background thread.
    @FunctionalInterface
    public interface Source {
        List<Choice> find(String typed) throws ApiProblem, Offline;
    }

    /// What is asked.
    ///
    /// @param key begins the keys of its words: `.title`, `.typed` and `.comment`
    /// @param subject what it is about, in words
    /// @param done called when it was done
    public record Question(String key, String subject, Source source, Runnable done) {}

    /// The question as it stands.
    ///
    /// @param found null until the first answer
    /// @param at the one chosen, an index into `found`
    /// @param refusal why it was not done; the slug of a problem, or empty where the floor did not answer
    public record Draft(
            Question question,
            @Nullable List<Choice> found,
            int at,
            String typed,
            String comment,
            boolean sending,
            @Nullable String refusal) {
        public @Nullable Choice chosen() {
            return found == null || at >= found.size() ? null : found.get(at);
        }

        public boolean isPossible() {
            return !sending && chosen() != null;
        }

        private Draft found(@Nullable List<Choice> next) {
            return new Draft(question, next, 0, typed, comment, sending, refusal);
        }

        private Draft at(int index) {
            return new Draft(question, found, index, typed, comment, sending, null);
        }

        private Draft typed(String text) {
            return new Draft(question, found, at, text, comment, sending, null);
        }

        private Draft comment(String text) {
            return new Draft(question, found, at, typed, text, sending, null);
        }

        private Draft sending(boolean now, @Nullable String why) {
            return new Draft(question, found, at, typed, comment, now, why);
        }
    }

    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();
    private int asked;

    public Picking(Background background) {
        this.background = background;
    }

    public void ask(Question question) {
        draft.set(new Draft(question, null, 0, "", "", false, null));
        find();
    }

    public void typed(String text) {
        var now = draft.get();
        if (now != null && !now.typed().equals(text)) {
            draft.set(now.typed(text));
            find();
        }
    }

    private void find() {
        var now = draft.get();
        if (now == null) {
            return;
        }
        int turn = ++asked;
        background
                .run(() -> now.question().source().find(now.typed().strip()))
                .onSuccess(found -> take(turn, found))
                .onFailure(fault -> failed(turn, fault));
    }

    /// Of several answers only that to the last thing typed counts.
    private void take(int turn, List<Choice> found) {
        var now = draft.get();
        if (turn == asked && now != null) {
            draft.set(now.found(found));
        }
    }

    private void failed(int turn, Exception fault) {
        var now = draft.get();
        if (turn == asked && now != null) {
            draft.set(now.sending(false, slug(fault)));
        }
    }

    public void step(int by) {
        var now = draft.get();
        if (now != null && now.found() != null && !now.found().isEmpty()) {
            draft.set(now.at(Math.floorMod(now.at() + by, now.found().size())));
        }
    }

    public void choose(int index) {
        var now = draft.get();
        if (now != null) {
            draft.set(now.at(index));
        }
    }

    public void comment(String text) {
        var now = draft.get();
        if (now != null && !now.comment().equals(text)) {
            draft.set(now.comment(text));
        }
    }

    public void cancel() {
        draft.set(null);
    }

    /// Does what was chosen.
    public void confirm() {
        var now = draft.get();
        var chosen = now == null ? null : now.chosen();
        if (now == null || chosen == null || !now.isPossible()) {
            return;
        }
        draft.set(now.sending(true, null));
        String comment = now.comment().isBlank() ? null : now.comment().strip();
        background
                .run(() -> {
                    chosen.deed().carryOut(comment);
                    return chosen;
                })
                .onSuccess(carried -> {
                    draft.set(null);
                    now.question().done().run();
                })
                .onFailure(fault -> {
                    if (draft.get() != null) {
                        draft.set(now.sending(false, slug(fault)));
                    }
                });
    }

    private static String slug(Exception fault) {
        return fault instanceof ApiProblem refusal ? refusal.slug() : "";
    }

    /// What is asked; null when nothing is.
    public ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }
}
