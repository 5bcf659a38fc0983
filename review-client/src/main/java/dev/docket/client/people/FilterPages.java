package dev.docket.client.people;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.OpenDialog;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.people.FilterLists.Column;
import dev.docket.client.people.FilterLists.Kind;
import dev.docket.dto.filter.BankPurpose;
import dev.docket.dto.filter.BlocklistView;
import dev.docket.dto.filter.HashBankView;
import dev.docket.dto.filter.HashState;
import dev.docket.dto.filter.HashView;
import dev.docket.dto.filter.TermView;
import java.util.List;

/// The lists and the sides of the two sections of filters.
final class FilterPages {
    private static final int SHOWN_DIGITS = 20;

    private final FilterWords words;
    private final FilterLists<HashBankView, HashView> banks;
    private final FilterLists<BlocklistView, TermView> lists;
    private final BankSide bankSide;
    private final ListSide listSide;

    FilterPages(PeopleViewModel model, FilterWords words, Shortcuts shortcuts, OpenDialog files) {
        this.words = words;
        banks = new FilterLists<>(model.banks(), bankKind(), words, shortcuts, List.of(stateFilter(model, shortcuts)));
        lists = new FilterLists<>(model.lists(), listKind(), words, shortcuts, List.of());
        bankSide = new BankSide(model.banks(), words, shortcuts, files);
        listSide = new ListSide(model.lists(), words, shortcuts, files);
    }

    FilterLists<?, ?> lists(Section section) {
        return section == Section.BANKS ? banks : lists;
    }

    FilterSide side(Section section) {
        return section == Section.BANKS ? bankSide : listSide;
    }

    private KeyButton stateFilter(PeopleViewModel model, Shortcuts shortcuts) {
        var filter = new KeyButton("", shortcuts.display(Shortcut.NEXT_FILTER));
        filter.setMinWidth(KeyButton.USE_PREF_SIZE);
        filter.setOnAction(event -> model.banks().nextState());
        model.banks().stateProperty().subscribe(state -> {
            String said = state == null
                    ? words.text("people.hash.filter.all")
                    : words.text("people.hash.filter." + FilterWords.lower(state));
            filter.setText(said);
            filter.describe(said);
            filter.show(state != null, false);
        });
        return filter;
    }

    private Kind<HashBankView, HashView> bankKind() {
        return new Kind<>(
                "people.banks",
                HashBankView::name,
                List.of(
                        new Column<>("people.filter.name", 124, HashBankView::name),
                        new Column<>("people.filter.source", 84, HashBankView::source),
                        new Column<>("people.filter.effect", 184, this::effect),
                        new Column<>("people.filter.severity", 74, bank -> words.severity(bank.severity())),
                        new Column<>("people.banks.hashes", 72, bank -> words.number(bank.hashes())),
                        new Column<>("people.banks.quarantined", 100, bank -> words.number(bank.quarantined())),
                        new Column<>("people.banks.matches", 72, bank -> words.number(bank.matches())),
                        new Column<>("people.filter.state", 56, bank -> words.on(bank.enabled()))),
                List.of(
                        new Column<>("people.banks.hash", 180, hash -> shortened(hash.value())),
                        new Column<>(
                                "people.banks.kind", 72, hash -> hash.kind().name()),
                        new Column<>("people.filter.label", 120, hash -> hash.label() == null ? "" : hash.label()),
                        new Column<>("people.filter.severity", 80, hash -> words.severity(hash.severity())),
                        new Column<>("people.filter.expires", 130, hash -> words.day(hash.expiresAt())),
                        new Column<>("people.banks.matches", 72, hash -> words.number(hash.matches())),
                        new Column<>(
                                "people.filter.state",
                                110,
                                hash -> words.text("people.hash.state." + FilterWords.lower(hash.state())))),
                hash -> hash.state() == HashState.QUARANTINED);
    }

    private Kind<BlocklistView, TermView> listKind() {
        return new Kind<>(
                "people.lists",
                BlocklistView::name,
                List.of(
                        new Column<>("people.filter.name", 140, BlocklistView::name),
                        new Column<>("people.filter.source", 96, BlocklistView::source),
                        new Column<>("people.lists.language.title", 116, list -> words.language(list.language())),
                        new Column<>("people.filter.effect", 160, list -> words.effect(list.effect(), list.policy())),
                        new Column<>("people.filter.severity", 80, list -> words.severity(list.severity())),
                        new Column<>("people.lists.terms", 72, list -> words.number(list.terms())),
                        new Column<>("people.lists.matches", 72, list -> words.number(list.matches())),
                        new Column<>("people.filter.state", 60, list -> words.on(list.enabled()))),
                List.of(
                        new Column<>("people.lists.term", 200, TermView::text),
                        new Column<>(
                                "people.lists.is",
                                110,
                                term -> words.text(
                                        term.allowed() ? "people.lists.is.allowed" : "people.lists.is.looked-for")),
                        new Column<>("people.filter.label", 120, term -> term.label() == null ? "" : term.label()),
                        new Column<>("people.filter.severity", 80, term -> words.severity(term.severity())),
                        new Column<>("people.filter.expires", 130, term -> words.day(term.expiresAt())),
                        new Column<>(
                                "people.lists.matches", 72, term -> term.allowed() ? "" : words.number(term.matches())),
                        new Column<>("people.filter.state", 72, term -> words.on(term.enabled()))),
                term -> false);
    }

    private String effect(HashBankView bank) {
        return bank.purpose() == BankPurpose.KNOWN_GOOD
                ? words.text("people.banks.good")
                : words.effect(bank.effect(), bank.policy());
    }

    private static String shortened(String value) {
        return value.length() <= SHOWN_DIGITS ? value : value.substring(0, SHOWN_DIGITS) + "…";
    }
}
