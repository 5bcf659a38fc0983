package dev.docket.client.search;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.enforcement.StatementOfReasons;
import dev.docket.dto.enforcement.StatementText;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.search.PastFinding;
import dev.docket.dto.search.SearchHit;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The statement of reasons of a decision, as its author or those who reported the item read it, in the item's
/// language where there are words in it. Use on the FX thread only.
public final class Statement {
    private static final String ENGLISH = "en";

    /// What is to be seen of it.
    public enum State {
        LOADING,
        READY,
        /// Nothing was done to anybody, so nobody was told.
        NONE,
        OFFLINE,
        REFUSED
    }

    /// @param at which of the item's decisions, from the first
    /// @param of how many
    /// @param text null until it was read
    public record Open(
            SearchHit hit,
            PastFinding finding,
            int at,
            int of,
            boolean forReporters,
            State state,
            String language,
            @Nullable StatementOfReasons statement,
            @Nullable StatementText text) {}

    private final SearchApi api;
    private final Background background;
    private final boolean permitted;
    private final ReadOnlyObjectWrapper<@Nullable Open> open = new ReadOnlyObjectWrapper<>();
    private Cancellable reading = () -> {};

    /// @param permitted whether the person may read statements at all
    Statement(SearchApi api, Background background, boolean permitted) {
        this.api = api;
        this.background = background;
        this.permitted = permitted;
    }

    boolean isThere(@Nullable SearchHit hit) {
        return permitted
                && hit != null
                && !hit.decisionsHidden()
                && !hit.decisions().isEmpty();
    }

    /// Opens that of the decision in effect, or else of the last one.
    void open(@Nullable SearchHit hit) {
        if (hit != null && isThere(hit)) {
            var last = ResultCell.last(hit);
            read(
                    hit,
                    last == null ? hit.decisions().size() - 1 : hit.decisions().indexOf(last),
                    false);
        }
    }

    /// Goes on to another decision of the item.
    public void step(int by) {
        var now = open.get();
        if (now != null && now.at() + by >= 0 && now.at() + by < now.of()) {
            read(now.hit(), now.at() + by, now.forReporters());
        }
    }

    /// As the other of the two reads it.
    public void otherReader() {
        var now = open.get();
        if (now != null) {
            read(now.hit(), now.at(), !now.forReporters());
        }
    }

    public void close() {
        reading.cancel();
        open.set(null);
    }

    private void read(SearchHit hit, int at, boolean forReporters) {
        reading.cancel();
        var finding = hit.decisions().get(at);
        int of = hit.decisions().size();
        open.set(new Open(hit, finding, at, of, forReporters, State.LOADING, "", null, null));
        reading = background
                .run(() -> api.statement(finding.decisionId(), forReporters))
                .onSuccess(read -> {
                    String language = language(hit, read);
                    var text = read.texts().get(language);
                    open.set(new Open(hit, finding, at, of, forReporters, State.READY, language, read, text));
                })
                .onFailure(fault -> open.set(new Open(hit, finding, at, of, forReporters, why(fault), "", null, null)));
    }

    private static State why(Exception fault) {
        if (fault instanceof ApiProblem refusal) {
            return refusal.slug().equals(Slug.NOT_FOUND) ? State.NONE : State.REFUSED;
        }
        return fault instanceof Offline ? State.OFFLINE : State.REFUSED;
    }

    private static String language(SearchHit hit, StatementOfReasons read) {
        String wanted = hit.language() == null
                ? ENGLISH
                : Locale.forLanguageTag(hit.language()).getLanguage();
        return List.of(wanted, ENGLISH).stream()
                .filter(read.texts()::containsKey)
                .findFirst()
                .orElse("");
    }

    /// Null while none is open.
    public ReadOnlyObjectProperty<@Nullable Open> openProperty() {
        return open.getReadOnlyProperty();
    }
}
