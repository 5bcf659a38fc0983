package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.portion.Portion;
import dev.docket.client.people.FiltersApi;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.filter.BlocklistView;
import dev.docket.dto.filter.HashBankView;
import dev.docket.dto.filter.HashKind;
import dev.docket.dto.filter.HashState;
import dev.docket.dto.filter.HashView;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.filter.NewBlocklist;
import dev.docket.dto.filter.NewHashBank;
import dev.docket.dto.filter.Switched;
import dev.docket.dto.filter.TermView;
import dev.docket.dto.filter.TriedText;
import dev.docket.dto.filter.TryText;
import dev.docket.dto.policy.PolicyView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hash banks and blocklists, over HTTP.
public final class HttpFiltersApi implements FiltersApi {
    private final Floor floor;

    public HttpFiltersApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public List<PolicyView> policies() throws ApiProblem, Offline {
        return floor.list(Paths.POLICIES, PolicyView.class);
    }

    @Override
    public List<HashBankView> banks() throws ApiProblem, Offline {
        return floor.page(Paths.HASH_BANKS, HashBankView.class).items();
    }

    @Override
    public HashBankView makeBank(NewHashBank bank) throws ApiProblem, Offline {
        return floor.post(Paths.HASH_BANKS, bank, HashBankView.class);
    }

    @Override
    public HashBankView switchBank(String id, boolean enabled) throws ApiProblem, Offline {
        return floor.patch(bank(id), new Switched(enabled), HashBankView.class);
    }

    @Override
    public void deleteBank(String id) throws ApiProblem, Offline {
        floor.delete(bank(id));
    }

    @Override
    public Page<HashView> hashes(String bank, @Nullable HashState state, @Nullable String after)
            throws ApiProblem, Offline {
        var asked = new HashMap<String, String>();
        if (state != null) {
            asked.put("state", state.name());
        }
        if (after != null) {
            asked.put("after", after);
        }
        return floor.page(bank(bank) + "/hashes", asked, HashView.class);
    }

    @Override
    public List<HashView> findHashes(String value) throws ApiProblem, Offline {
        return floor.page(Paths.HASH_BANKS + "/hashes", Map.of("value", value), HashView.class)
                .items();
    }

    @Override
    public void switchHash(String bank, String hash, boolean enabled) throws ApiProblem, Offline {
        floor.patch(bank(bank) + "/hashes/" + hash, new Switched(enabled));
    }

    @Override
    public void deleteHash(String bank, String hash) throws ApiProblem, Offline {
        floor.delete(bank(bank) + "/hashes/" + hash);
    }

    @Override
    public ImportProgress fillBank(String bank, Portion portion, @Nullable HashKind assumed)
            throws ApiProblem, Offline {
        var asked = assumed == null ? Map.of("bank", bank) : Map.of("bank", bank, "kind", assumed.name());
        return filled(Paths.HASH_BANKS, asked, portion);
    }

    @Override
    public List<BlocklistView> lists() throws ApiProblem, Offline {
        return floor.page(Paths.BLOCKLISTS, BlocklistView.class).items();
    }

    @Override
    public BlocklistView makeList(NewBlocklist list) throws ApiProblem, Offline {
        return floor.post(Paths.BLOCKLISTS, list, BlocklistView.class);
    }

    @Override
    public BlocklistView switchList(String id, boolean enabled) throws ApiProblem, Offline {
        return floor.patch(list(id), new Switched(enabled), BlocklistView.class);
    }

    @Override
    public void deleteList(String id) throws ApiProblem, Offline {
        floor.delete(list(id));
    }

    @Override
    public Page<TermView> terms(String list, @Nullable String after) throws ApiProblem, Offline {
        Map<String, String> asked = after == null ? Map.of() : Map.of("after", after);
        return floor.page(list(list) + "/terms", asked, TermView.class);
    }

    @Override
    public void switchTerm(String list, String term, boolean enabled) throws ApiProblem, Offline {
        floor.patch(list(list) + "/terms/" + term, new Switched(enabled));
    }

    @Override
    public void deleteTerm(String list, String term) throws ApiProblem, Offline {
        floor.delete(list(list) + "/terms/" + term);
    }

    @Override
    public ImportProgress fillList(String list, Portion portion) throws ApiProblem, Offline {
        return filled(Paths.BLOCKLISTS, Map.of("list", list), portion);
    }

    @Override
    public TriedText tryText(String text, @Nullable String language) throws ApiProblem, Offline {
        return floor.post(Paths.BLOCKLISTS + "/try", new TryText(text, language), TriedText.class);
    }

    /// The floor tells of several steps; all of them together are what became of the portion.
    private ImportProgress filled(String path, Map<String, String> asked, Portion portion) throws ApiProblem, Offline {
        var steps = floor.lines(path + "/imports", asked, portion.type(), portion.body(), ImportProgress.class);
        if (steps.isEmpty() || !steps.getLast().done()) {
            throw new Offline(new java.io.IOException("the import broke off"));
        }
        var faults = new ArrayList<ImportProgress.Fault>();
        steps.forEach(step -> faults.addAll(step.faults()));
        var last = steps.getLast();
        return new ImportProgress(last.lines(), last.added(), last.known(), faults, true);
    }

    private static String bank(String id) {
        return Paths.HASH_BANKS + "/" + id;
    }

    private static String list(String id) {
        return Paths.BLOCKLISTS + "/" + id;
    }
}
