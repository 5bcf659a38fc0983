package dev.docket.client.people;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.portion.Portion;
import dev.docket.dto.Page;
import dev.docket.dto.filter.BlocklistView;
import dev.docket.dto.filter.HashBankView;
import dev.docket.dto.filter.HashKind;
import dev.docket.dto.filter.HashState;
import dev.docket.dto.filter.HashView;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.filter.NewBlocklist;
import dev.docket.dto.filter.NewHashBank;
import dev.docket.dto.filter.TermView;
import dev.docket.dto.filter.TriedText;
import dev.docket.dto.policy.PolicyView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the sections of hash banks and blocklists need of the floor. Every call blocks and belongs on a background
/// thread; each may throw [ApiProblem] when the floor says no, and [Offline] when it cannot be reached.
public interface FiltersApi {
    List<PolicyView> policies() throws ApiProblem, Offline;

    List<HashBankView> banks() throws ApiProblem, Offline;

    HashBankView makeBank(NewHashBank bank) throws ApiProblem, Offline;

    HashBankView switchBank(String id, boolean enabled) throws ApiProblem, Offline;

    void deleteBank(String id) throws ApiProblem, Offline;

    /// @param state null for all
    /// @param after a cursor of an earlier page
    Page<HashView> hashes(String bank, @Nullable HashState state, @Nullable String after) throws ApiProblem, Offline;

    /// Those that are this one, or near it, in every bank.
    List<HashView> findHashes(String value) throws ApiProblem, Offline;

    void switchHash(String bank, String hash, boolean enabled) throws ApiProblem, Offline;

    void deleteHash(String bank, String hash) throws ApiProblem, Offline;

    /// @param assumed the kind of hashes that do not say their own
    ImportProgress fillBank(String bank, Portion portion, @Nullable HashKind assumed) throws ApiProblem, Offline;

    List<BlocklistView> lists() throws ApiProblem, Offline;

    BlocklistView makeList(NewBlocklist list) throws ApiProblem, Offline;

    BlocklistView switchList(String id, boolean enabled) throws ApiProblem, Offline;

    void deleteList(String id) throws ApiProblem, Offline;

    Page<TermView> terms(String list, @Nullable String after) throws ApiProblem, Offline;

    void switchTerm(String list, String term, boolean enabled) throws ApiProblem, Offline;

    void deleteTerm(String list, String term) throws ApiProblem, Offline;

    ImportProgress fillList(String list, Portion portion) throws ApiProblem, Offline;

    TriedText tryText(String text, @Nullable String language) throws ApiProblem, Offline;
}
