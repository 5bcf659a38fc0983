package dev.docket.client.people;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.portion.Portion;
import dev.docket.client.common.task.Background;
import dev.docket.dto.Page;
import dev.docket.dto.filter.HashBankView;
import dev.docket.dto.filter.HashKind;
import dev.docket.dto.filter.HashState;
import dev.docket.dto.filter.HashView;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.filter.NewHashBank;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The section of hash banks.
public final class Banks extends FilterSection<HashBankView, HashView> {
    private final ReadOnlyObjectWrapper<@Nullable HashState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable List<HashView>> found = new ReadOnlyObjectWrapper<>();
    private @Nullable HashKind assumed;

    Banks(FiltersApi api, Background background, PeopleViewModel screen) {
        super(api, background, screen, Section.BANKS);
    }

    @Override
    List<HashBankView> readAll() throws ApiProblem, Offline {
        return api.banks();
    }

    @Override
    Page<HashView> readEntries(HashBankView of, @Nullable String after) throws ApiProblem, Offline {
        return api.hashes(of.id(), state.get(), after);
    }

    @Override
    void turn(HashBankView bank, boolean on) throws ApiProblem, Offline {
        api.switchBank(bank.id(), on);
    }

    @Override
    void remove(HashBankView bank) throws ApiProblem, Offline {
        api.deleteBank(bank.id());
    }

    @Override
    void turnEntry(HashView hash, boolean on) throws ApiProblem, Offline {
        api.switchHash(hash.bank(), hash.id(), on);
    }

    @Override
    void removeEntry(HashView hash) throws ApiProblem, Offline {
        api.deleteHash(hash.bank(), hash.id());
    }

    @Override
    ImportProgress send(HashBankView to, Portion portion) throws ApiProblem, Offline {
        return api.fillBank(to.id(), portion, assumed);
    }

    @Override
    String id(HashBankView bank) {
        return bank.id();
    }

    @Override
    String entryId(HashView hash) {
        return hash.id();
    }

    @Override
    boolean isOn(HashBankView bank) {
        return bank.enabled();
    }

    @Override
    boolean isEntryOn(HashView hash) {
        return hash.state() == HashState.ENABLED;
    }

    public void make(NewHashBank bank) {
        screen.ask(() -> api.makeBank(bank), this::made);
    }

    /// @param kind of hashes that do not say their own; null where they all do
    void assume(@Nullable HashKind kind) {
        assumed = kind;
    }

    /// All, in force, switched off, in quarantine.
    public void nextState() {
        var states = HashState.values();
        var now = state.get();
        state.set(now == null ? states[0] : now.ordinal() + 1 == states.length ? null : states[now.ordinal() + 1]);
        startOver();
    }

    /// Looks for a hash, and those near it, in every bank.
    public void find(String value) {
        if (!value.isBlank()) {
            screen.ask(() -> api.findHashes(value.strip()), found::set);
        }
    }

    public ReadOnlyObjectProperty<@Nullable HashState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Null before anything was looked for.
    public ReadOnlyObjectProperty<@Nullable List<HashView>> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
