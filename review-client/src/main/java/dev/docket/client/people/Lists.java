package dev.docket.client.people;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.portion.Portion;
import dev.docket.client.common.task.Background;
import dev.docket.dto.Page;
import dev.docket.dto.filter.BlocklistView;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.filter.NewBlocklist;
import dev.docket.dto.filter.TermView;
import dev.docket.dto.filter.TriedText.TriedMatch;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The section of blocklists.
public final class Lists extends FilterSection<BlocklistView, TermView> {
    /// A text and what the lists in force find in it.
    public record Tried(String text, List<TriedMatch> matches) {}

    private final ReadOnlyObjectWrapper<@Nullable Tried> tried = new ReadOnlyObjectWrapper<>();

    Lists(FiltersApi api, Background background, PeopleViewModel screen) {
        super(api, background, screen, Section.LISTS);
    }

    @Override
    List<BlocklistView> readAll() throws ApiProblem, Offline {
        return api.lists();
    }

    @Override
    Page<TermView> readEntries(BlocklistView of, @Nullable String after) throws ApiProblem, Offline {
        return api.terms(of.id(), after);
    }

    @Override
    void turn(BlocklistView list, boolean on) throws ApiProblem, Offline {
        api.switchList(list.id(), on);
    }

    @Override
    void remove(BlocklistView list) throws ApiProblem, Offline {
        api.deleteList(list.id());
    }

    @Override
    void turnEntry(TermView term, boolean on) throws ApiProblem, Offline {
        api.switchTerm(term.list(), term.id(), on);
    }

    @Override
    void removeEntry(TermView term) throws ApiProblem, Offline {
        api.deleteTerm(term.list(), term.id());
    }

    @Override
    ImportProgress send(BlocklistView to, Portion portion) throws ApiProblem, Offline {
        return api.fillList(to.id(), portion);
    }

    @Override
    String id(BlocklistView list) {
        return list.id();
    }

    @Override
    String entryId(TermView term) {
        return term.id();
    }

    @Override
    boolean isOn(BlocklistView list) {
        return list.enabled();
    }

    @Override
    boolean isEntryOn(TermView term) {
        return term.enabled();
    }

    public void make(NewBlocklist list) {
        screen.ask(() -> api.makeList(list), this::made);
    }

    /// Looks what the lists in force would find in a text. Nothing of it is kept.
    ///
    /// @param language BCP 47; blank for terms of every language
    public void tryText(String text, String language) {
        if (!text.isBlank()) {
            @Nullable String tag = language.isBlank() ? null : language.strip();
            screen.ask(() -> api.tryText(text, tag), answer -> tried.set(new Tried(text, answer.matches())));
        }
    }

    /// Null before anything was tried.
    public ReadOnlyObjectProperty<@Nullable Tried> triedProperty() {
        return tried.getReadOnlyProperty();
    }
}
