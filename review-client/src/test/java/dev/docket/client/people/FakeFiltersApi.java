package dev.docket.client.people;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.portion.Portion;
import dev.docket.dto.Page;
import dev.docket.dto.filter.BankPurpose;
import dev.docket.dto.filter.BlocklistView;
import dev.docket.dto.filter.FilterEffect;
import dev.docket.dto.filter.HashBankView;
import dev.docket.dto.filter.HashKind;
import dev.docket.dto.filter.HashState;
import dev.docket.dto.filter.HashView;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.filter.NewBlocklist;
import dev.docket.dto.filter.NewHashBank;
import dev.docket.dto.filter.TermView;
import dev.docket.dto.filter.TriedText;
import dev.docket.dto.filter.TriedText.TriedMatch;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.problem.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A floor with hash banks and blocklists, in memory.
final class FakeFiltersApi implements FiltersApi {
    private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");
    private static final String HEX = "f8f8f0cce0f4a84f0e370a22028f67f0b36e2ed596623e1d33e6b39c4e9c9b22";

    final List<HashBankView> banks = new ArrayList<>(List.of(
            bank("b1", "exchange", BankPurpose.HARMFUL, FilterEffect.ACT, "sexual", 12_408, 2, 31, true),
            bank("b2", "our logos", BankPurpose.KNOWN_GOOD, FilterEffect.SIGNAL, null, 18, 0, 0, true),
            bank("b3", "old partner", BankPurpose.HARMFUL, FilterEffect.REVIEW, null, 904, 0, 0, false)));
    final List<HashView> hashes = new ArrayList<>(List.of(
            hash("1", HashKind.PDQ, "campaign 7", HashState.QUARANTINED, 140),
            hash("2", HashKind.SHA256, null, HashState.ENABLED, 3),
            hash("3", HashKind.PDQ, "campaign 9", HashState.DISABLED, 0)));
    final List<BlocklistView> lists = new ArrayList<>(List.of(
            list("l1", "slurs", "en", FilterEffect.REVIEW, "hate", 3, 212, true),
            list("l2", "Schimpfwörter", "de", FilterEffect.SIGNAL, null, 1, 88, true),
            list("l3", "scams", "und", FilterEffect.REVIEW, "spam", 2, 40, false)));
    final List<TermView> terms = new ArrayList<>(List.of(
            term("1", "free crypto", false, null, true),
            term("2", "crypto museum", true, "a place", true),
            term("3", "double your coins", false, "wave of May", false)));
    final List<Portion> portions = new ArrayList<>();

    @Nullable HashState lastState;

    @Nullable HashKind lastAssumed;

    boolean refuses;
    boolean offline;

    static HashBankView bank(
            String id,
            String name,
            BankPurpose purpose,
            FilterEffect effect,
            @Nullable String policy,
            long hashes,
            long quarantined,
            long matches,
            boolean on) {
        return new HashBankView(
                id, name, "partners", purpose, effect, policy, 4, on, hashes, quarantined, matches, THEN);
    }

    private static HashView hash(String id, HashKind kind, @Nullable String label, HashState state, long matches) {
        return new HashView(
                id, "b1", kind, HEX, label, "partners", id.equals("3") ? 2 : null, THEN, state, matches, null);
    }

    private static BlocklistView list(
            String id,
            String name,
            String language,
            FilterEffect effect,
            @Nullable String policy,
            int severity,
            long terms,
            boolean on) {
        return new BlocklistView(id, name, "our own", language, effect, policy, severity, on, terms, 3 * terms, THEN);
    }

    private static TermView term(String id, String text, boolean allowed, @Nullable String label, boolean on) {
        return new TermView(id, "l1", text, allowed, label, null, null, on, allowed ? 0 : 40 + text.length());
    }

    @Override
    public List<PolicyView> policies() {
        return List.of();
    }

    @Override
    public List<HashBankView> banks() throws ApiProblem, Offline {
        check();
        return List.copyOf(banks);
    }

    @Override
    public HashBankView makeBank(NewHashBank bank) throws ApiProblem, Offline {
        check();
        var made = bank("b9", bank.name(), bank.purpose(), bank.effect(), bank.policy(), 0, 0, 0, true);
        banks.add(made);
        return made;
    }

    @Override
    public HashBankView switchBank(String id, boolean enabled) throws ApiProblem, Offline {
        check();
        banks.replaceAll(bank -> bank.id().equals(id)
                ? bank(
                        id,
                        bank.name(),
                        bank.purpose(),
                        bank.effect(),
                        bank.policy(),
                        bank.hashes(),
                        bank.quarantined(),
                        bank.matches(),
                        enabled)
                : bank);
        return banks.getFirst();
    }

    @Override
    public void deleteBank(String id) throws ApiProblem, Offline {
        check();
        banks.removeIf(bank -> bank.id().equals(id));
    }

    @Override
    public Page<HashView> hashes(String bank, @Nullable HashState state, @Nullable String after) {
        lastState = state;
        return new Page<>(
                hashes.stream()
                        .filter(hash -> state == null || hash.state() == state)
                        .toList(),
                null);
    }

    @Override
    public List<HashView> findHashes(String value) throws ApiProblem, Offline {
        check();
        return List.of(new HashView("1", "b1", HashKind.PDQ, HEX, null, null, null, null, HashState.ENABLED, 3, 4));
    }

    @Override
    public void switchHash(String bank, String hash, boolean enabled) throws ApiProblem, Offline {
        check();
        hashes.replaceAll(one -> one.id().equals(hash)
                ? hash(hash, one.kind(), one.label(), enabled ? HashState.ENABLED : HashState.DISABLED, one.matches())
                : one);
    }

    @Override
    public void deleteHash(String bank, String hash) {
        hashes.removeIf(one -> one.id().equals(hash));
    }

    @Override
    public ImportProgress fillBank(String bank, Portion portion, @Nullable HashKind assumed)
            throws ApiProblem, Offline {
        lastAssumed = assumed;
        return fill(portion);
    }

    @Override
    public List<BlocklistView> lists() throws ApiProblem, Offline {
        check();
        return List.copyOf(lists);
    }

    @Override
    public BlocklistView makeList(NewBlocklist list) throws ApiProblem, Offline {
        check();
        var made = list("l9", list.name(), "und", list.effect(), list.policy(), 2, 0, true);
        lists.add(made);
        return made;
    }

    @Override
    public BlocklistView switchList(String id, boolean enabled) {
        return lists.getFirst();
    }

    @Override
    public void deleteList(String id) {
        lists.removeIf(list -> list.id().equals(id));
    }

    @Override
    public Page<TermView> terms(String list, @Nullable String after) {
        return new Page<>(List.copyOf(terms), after == null ? "more" : null);
    }

    @Override
    public void switchTerm(String list, String term, boolean enabled) {
        terms.replaceAll(
                one -> one.id().equals(term) ? term(term, one.text(), one.allowed(), one.label(), enabled) : one);
    }

    @Override
    public void deleteTerm(String list, String term) {
        terms.removeIf(one -> one.id().equals(term));
    }

    @Override
    public ImportProgress fillList(String list, Portion portion) throws ApiProblem, Offline {
        return fill(portion);
    }

    /// Every line that says `bad` has a fault.
    private ImportProgress fill(Portion portion) throws ApiProblem, Offline {
        check();
        portions.add(portion);
        var lines = portion.body().lines().toList();
        var faults = IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).contains("bad"))
                .mapToObj(at -> new ImportProgress.Fault(at + 1, "the hash must be hexadecimal"))
                .toList();
        return new ImportProgress(lines.size(), lines.size() - faults.size(), 0, faults, true);
    }

    @Override
    public TriedText tryText(String text, @Nullable String language) {
        int at = text.indexOf("fr33 crypt0");
        return new TriedText(
                at < 0
                        ? List.of()
                        : List.of(new TriedMatch("scams", "free crypto", FilterEffect.REVIEW, "spam", 2, at, at + 11)));
    }

    private void check() throws ApiProblem, Offline {
        if (offline) {
            throw new Offline(new IOException("no floor"));
        }
        if (refuses) {
            throw new ApiProblem(new Problem(
                    Problem.TYPE_PREFIX + "invalid-input",
                    "",
                    422,
                    null,
                    null,
                    List.of(new FieldError("/name", "must have 1 to 100 characters"))));
        }
    }
}
